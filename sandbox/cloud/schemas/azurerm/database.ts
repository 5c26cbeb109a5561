import { block, computed, oneBlock, optional, optionalComputed, required } from '../../engine/build';
import type { ResourceKind, Scene } from '../../engine/schema';
import { between, matches, oneOf } from './checks';
import { allTimeouts, fewTimeouts, groupId, hex, id, idIn, inGroup, names, resourceGroup, textIn } from './common-attributes';

const SERVERS = 'Microsoft.DBforPostgreSQL/flexibleServers';

const server: ResourceKind = {
  type: 'azurerm_postgresql_flexible_server', label: 'PostgreSQL Flexible Server', version: 0, latency: { create: 6000, update: 3000, delete: 2500 }, id: idIn(SERVERS),
  validate: (config) => {
    const [authentication] = Array.isArray(config.authentication) ? config.authentication : [];
    const withPassword = typeof authentication !== 'object' || authentication === null || Array.isArray(authentication) || !('password_auth_enabled' in authentication) || authentication.password_auth_enabled !== false;
    return withPassword && (config.administrator_login ?? null) === null ? ['`administrator_login` and `administrator_password` are required when `create_mode` is `Default` and `authentication.password_auth_enabled` is set to `true`'] : [];
  },
  attributes: {
    ...inGroup, name: required('string', { replaces: true, check: matches(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, 'a name of a server') }), version: optionalComputed('string', { check: oneOf('11', '12', '13', '14', '15', '16', '17') }),
    sku_name: optionalComputed('string', { check: matches(/^(B|GP|MO)_Standard_/, 'a size of a server') }), storage_mb: optionalComputed('number'), backup_retention_days: optionalComputed('number', { check: between(7, 35) }), zone: optional('string', { check: oneOf('1', '2', '3') }),
    delegated_subnet_id: optional('string', { replaces: true, ...names('azurerm_subnet') }), private_dns_zone_id: optionalComputed('string', names('azurerm_private_dns_zone')), public_network_access_enabled: optional('bool', { default: true }),
    geo_redundant_backup_enabled: optional('bool', { replaces: true, default: false }), auto_grow_enabled: optional('bool', { default: false }), administrator_login: optionalComputed('string'), storage_tier: optionalComputed('string', { made: () => 'P4' }),
    fqdn: computed('string', { made: (scene) => `${textIn(scene, 'name')}.postgres.database.azure.com` }),
  },
  blocks: {
    authentication: oneBlock(block({ active_directory_auth_enabled: optional('bool', { default: false }), password_auth_enabled: optional('bool', { default: true }), tenant_id: optional('string') })),
    high_availability: oneBlock(block({ mode: required('string', { check: oneOf('ZoneRedundant', 'SameZone') }), standby_availability_zone: optional('string') })),
    timeouts: allTimeouts,
  },
};

const serverId = (name: string, scene: Scene): string => `${groupId(textIn(scene, 'resource_group_name'), scene)}/providers/${SERVERS}/${name}`;
const administrator: ResourceKind = {
  type: 'azurerm_postgresql_flexible_server_active_directory_administrator', label: 'PostgreSQL Flexible Server Administrator', version: 0, latency: { create: 1500, update: 800, delete: 900 },
  id: (scene) => `${serverId(textIn(scene, 'server_name'), scene)}/administrators/${textIn(scene, 'object_id')}`,
  attributes: {
    id, resource_group_name: resourceGroup, server_name: required('string', { replaces: true, refersTo: { type: 'azurerm_postgresql_flexible_server', id: serverId } }), object_id: required('string', { replaces: true }), tenant_id: required('string', { replaces: true }),
    principal_name: required('string', { replaces: true }), principal_type: required('string', { replaces: true, check: oneOf('Group', 'ServicePrincipal', 'User') }),
  },
  blocks: { timeouts: fewTimeouts },
};

const lock: ResourceKind = {
  type: 'azurerm_management_lock', label: 'Management Lock', version: 0, latency: { create: 500, update: 500, delete: 500 }, id: (scene) => `${textIn(scene, 'scope')}/providers/Microsoft.Authorization/locks/${textIn(scene, 'name')}`,
  attributes: {
    id, name: required('string', { replaces: true }), scope: required('string', { replaces: true }), lock_level: required('string', { replaces: true, check: oneOf('CanNotDelete', 'ReadOnly') }), notes: optional('string', { replaces: true }),
  },
  blocks: { timeouts: fewTimeouts },
};

const key = (scene: Scene): string => `${hex(`key ${textIn(scene, 'id')}`).slice(0, 40)}=`;
const redis: ResourceKind = {
  type: 'azurerm_redis_cache', label: 'Redis Cache', version: 1, latency: { create: 6000, update: 3000, delete: 2500 }, id: idIn('Microsoft.Cache/redis'),
  attributes: {
    ...inGroup, name: required('string', { replaces: true, check: matches(/^[a-zA-Z0-9](?!.*--)[a-zA-Z0-9-]{0,61}[a-zA-Z0-9]$/, 'a name of a cache') }), sku_name: required('string', { check: oneOf('Basic', 'Standard', 'Premium') }), family: required('string', { check: oneOf('C', 'P') }), capacity: required('number', { check: between(0, 6) }),
    subnet_id: optional('string', { replaces: true, ...names('azurerm_subnet') }), minimum_tls_version: optional('string', { check: oneOf('1.0', '1.1', '1.2') }), non_ssl_port_enabled: optional('bool', { default: false }), redis_version: optional('string', { default: '6' }),
    access_keys_authentication_enabled: optional('bool', { default: true }), public_network_access_enabled: optional('bool', { default: true }), replicas_per_primary: optionalComputed('number', { made: () => 1 }), replicas_per_master: optionalComputed('number', { made: () => 1 }),
    private_static_ip_address: optionalComputed('string', { replaces: true }), hostname: computed('string', { made: (scene) => `${textIn(scene, 'name')}.redis.cache.windows.net` }), port: computed('number', { made: () => 6379 }), ssl_port: computed('number', { made: () => 6380 }),
    primary_access_key: computed('string', { sensitive: true, made: key }), secondary_access_key: computed('string', { sensitive: true, made: key }),
  },
  blocks: { timeouts: allTimeouts },
};

export const databaseKinds: readonly ResourceKind[] = [server, administrator, lock, redis];
