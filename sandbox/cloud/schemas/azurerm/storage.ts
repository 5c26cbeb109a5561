import { block, computed, mapOf, oneBlock, optional, optionalComputed, required } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { matches, oneOf } from './checks';
import { allTimeouts, hex, id, idIn, inGroup, names, textIn } from './common-attributes';

const account: ResourceKind = {
  type: 'azurerm_storage_account', label: 'Storage Account', version: 4, latency: { create: 2000, update: 1000, delete: 1200 }, id: idIn('Microsoft.Storage/storageAccounts'),
  attributes: {
    ...inGroup, name: required('string', { replaces: true, check: matches(/^[a-z0-9]{3,24}$/, 'a name of a storage account') }), account_kind: optional('string', { check: oneOf('BlobStorage', 'BlockBlobStorage', 'FileStorage', 'Storage', 'StorageV2') }), account_tier: required('string', { replaces: true, check: oneOf('Standard', 'Premium') }),
    account_replication_type: required('string', { check: oneOf('LRS', 'ZRS', 'GRS', 'RAGRS', 'GZRS', 'RAGZRS') }), access_tier: optionalComputed('string', { check: oneOf('Hot', 'Cool', 'Cold', 'Premium') }), https_traffic_only_enabled: optional('bool', { default: true }), min_tls_version: optional('string', { check: oneOf('TLS1_0', 'TLS1_1', 'TLS1_2') }),
    allow_nested_items_to_be_public: optional('bool', { default: false }), infrastructure_encryption_enabled: optional('bool', { replaces: true, default: false }), cross_tenant_replication_enabled: optional('bool', { default: false }), local_user_enabled: optional('bool', { default: true }),
    public_network_access_enabled: optional('bool', { default: true }), is_hns_enabled: optional('bool', { replaces: true, default: false }), nfsv3_enabled: optional('bool', { replaces: true, default: false }), default_to_oauth_authentication: optional('bool', { default: false }),
    primary_location: computed('string', { made: (scene) => textIn(scene, 'location') }), primary_blob_endpoint: computed('string', { made: (scene) => `https://${textIn(scene, 'name')}.blob.core.windows.net/` }), primary_web_endpoint: computed('string', { made: (scene) => `https://${textIn(scene, 'name')}.z13.web.core.windows.net/` }),
    primary_access_key: computed('string', { sensitive: true, made: (scene) => `${hex(textIn(scene, 'id'))}==` }),
  },
  blocks: {
    blob_properties: oneBlock(block({ versioning_enabled: optional('bool', { default: false }), change_feed_enabled: optional('bool', { default: false }), last_access_time_enabled: optional('bool', { default: false }), default_service_version: optionalComputed('string', { made: () => '2021-12-02' }) }, {
      delete_retention_policy: oneBlock(block({ days: optional('number', { default: 7 }), permanent_delete_enabled: optional('bool', { default: false }) })),
      container_delete_retention_policy: oneBlock(block({ days: optional('number', { default: 7 }) })),
    })),
    static_website: oneBlock(block({ index_document: optional('string'), error_404_document: optional('string') })),
    timeouts: allTimeouts,
  },
};

const container: ResourceKind = {
  type: 'azurerm_storage_container', label: 'Storage Container', version: 1, latency: { create: 500, update: 400, delete: 400 }, id: (scene) => `${textIn(scene, 'storage_account_id')}/blobServices/default/containers/${textIn(scene, 'name')}`,
  attributes: {
    id, name: required('string', { replaces: true, check: matches(/^(\$root|\$web|[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9])$/, 'a name of a container') }), storage_account_id: optional('string', { replaces: true, ...names('azurerm_storage_account') }), container_access_type: optional('string', { default: 'private', check: oneOf('private', 'blob', 'container') }),
    metadata: optionalComputed(mapOf('string')), default_encryption_scope: optionalComputed('string', { replaces: true, made: () => '$account-encryption-key' }), encryption_scope_override_enabled: optional('bool', { replaces: true, default: true }),
    has_immutability_policy: computed('bool'), has_legal_hold: computed('bool'),
  },
  blocks: { timeouts: allTimeouts },
};

export const storageKinds: readonly ResourceKind[] = [account, container];
