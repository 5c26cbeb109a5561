import { block, computed, mapOf, oneBlock, optional, optionalComputed, required, setBlock, setOf, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { CloudError } from '../../engine/cloud-error';
import { cidr, matches, oneOf } from './checks';
import { fingerprint, id, project, selfLink } from './common-attributes';
import { lastPart, namesNetwork, namesSubnetwork, projectOf } from './paths';

const cluster: ResourceKind = {
  type: 'google_container_cluster', label: 'Cluster', version: 2, latency: { create: 7000, update: 3000, delete: 3500 }, id: (scene) => `projects/${projectOf(scene)}/locations/${textOf(scene.object.location) ?? ''}/clusters/${textOf(scene.object.name) ?? ''}`,
  release: ({ object }) => {
    if (object.deletion_protection === true) throw new CloudError('Cannot destroy cluster because deletion_protection is set to true. Set it to false to proceed with cluster deletion.');
  },
  attributes: {
    id, name: required('string', { replaces: true, check: matches('^[a-z][a-z0-9-]{0,38}[a-z0-9]$') }), project, location: optionalComputed('string', { replaces: true }), self_link: selfLink, network: optional('string', { replaces: true, default: 'default', ...namesNetwork }), subnetwork: optionalComputed('string', { replaces: true, ...namesSubnetwork }),
    min_master_version: optional('string'), resource_labels: optional(mapOf('string')), label_fingerprint: fingerprint, remove_default_node_pool: optional('bool'), initial_node_count: optional('number', { replaces: true }), deletion_protection: optional('bool', { default: true }), datapath_provider: optionalComputed('string', { replaces: true, check: oneOf('LEGACY_DATAPATH', 'ADVANCED_DATAPATH') }),
    networking_mode: optionalComputed('string', { replaces: true, check: oneOf('VPC_NATIVE', 'ROUTES') }), enable_shielded_nodes: optional('bool', { default: true }), enable_legacy_abac: optional('bool', { default: false }), node_locations: optionalComputed(setOf('string')), endpoint: computed('string', { made: () => '172.31.255.2' }), master_version: computed('string', { made: () => '1.33.4-gke.1000' }),
    node_version: optionalComputed('string', { made: () => '1.33.4-gke.1000' }), services_ipv4_cidr: computed('string', { made: () => '34.118.224.0/20' }),
  },
  blocks: {
    ip_allocation_policy: oneBlock(block({ stack_type: optional('string', { default: 'IPV4' }), cluster_ipv4_cidr_block: optionalComputed('string', { replaces: true, made: () => '10.96.0.0/14' }), services_ipv4_cidr_block: optionalComputed('string', { replaces: true, made: () => '34.118.224.0/20' }), cluster_secondary_range_name: optionalComputed('string', { replaces: true }), services_secondary_range_name: optionalComputed('string', { replaces: true }) }), { replaces: true }),
    release_channel: oneBlock(block({ channel: required('string', { check: oneOf('UNSPECIFIED', 'RAPID', 'REGULAR', 'STABLE', 'EXTENDED') }) })),
    private_cluster_config: oneBlock(block({
      enable_private_nodes: optional('bool'), enable_private_endpoint: optional('bool'), master_ipv4_cidr_block: optionalComputed('string', { replaces: true, check: cidr }), private_endpoint: computed('string', { made: () => '172.31.255.2' }), public_endpoint: computed('string', { made: () => '203.0.113.90' }), peering_name: computed('string'),
    })),
    master_authorized_networks_config: oneBlock(block({ gcp_public_cidrs_access_enabled: optionalComputed('bool'), private_endpoint_enforcement_enabled: optionalComputed('bool') }, { cidr_blocks: setBlock(block({ cidr_block: required('string', { check: cidr }), display_name: optional('string') })) })),
    workload_identity_config: oneBlock(block({ workload_pool: optional('string', { check: matches('\\.svc\\.id\\.goog$') }) })),
    timeouts: timeouts('create', 'read', 'update', 'delete'),
  },
};

const pool: ResourceKind = {
  type: 'google_container_node_pool', label: 'NodePool', version: 1, latency: { create: 5000, update: 2500, delete: 2500 }, id: (scene) => `${textOf(scene.object.cluster) ?? ''}/nodePools/${textOf(scene.object.name) ?? ''}`,
  attributes: {
    id, cluster: required('string', { refersTo: { type: 'google_container_cluster', id: (text) => text } }), name: optionalComputed('string', { check: matches('^[a-z][a-z0-9-]{0,38}[a-z0-9]$') }), location: optionalComputed('string', { made: ({ object }) => /locations\/([^/]+)\//.exec(textOf(object.cluster) ?? '')?.[1] ?? '' }),
    project: optionalComputed('string', { made: projectOf }), node_count: optionalComputed('number'), initial_node_count: optionalComputed('number', { made: ({ object }) => object.node_count ?? 0 }), version: optionalComputed('string', { made: () => '1.33.4-gke.1000' }), max_pods_per_node: optionalComputed('number', { made: () => 110 }),
    node_locations: optionalComputed(setOf('string')), name_prefix: optionalComputed('string'),
  },
  blocks: {
    management: oneBlock(block({ auto_repair: optional('bool'), auto_upgrade: optional('bool') })),
    node_config: oneBlock(block({
      machine_type: optionalComputed('string', { spelling: lastPart }), disk_size_gb: optionalComputed('number'), disk_type: optionalComputed('string', { check: oneOf('pd-standard', 'pd-balanced', 'pd-ssd', 'hyperdisk-balanced') }), service_account: optionalComputed('string'), oauth_scopes: optionalComputed(setOf('string')), labels: optionalComputed(mapOf('string')), image_type: optionalComputed('string', { made: () => 'COS_CONTAINERD' }),
      resource_labels: optional(mapOf('string')), metadata: optionalComputed(mapOf('string'), { made: () => ({ 'disable-legacy-endpoints': 'true' }) }), local_ssd_count: optionalComputed('number'), logging_variant: optionalComputed('string', { made: () => 'DEFAULT' }), min_cpu_platform: optionalComputed('string'), preemptible: optional('bool'), spot: optional('bool'),
    }, {
      shielded_instance_config: oneBlock(block({ enable_secure_boot: optional('bool'), enable_integrity_monitoring: optional('bool') })),
      workload_metadata_config: oneBlock(block({ mode: required('string', { check: oneOf('GCE_METADATA', 'GKE_METADATA', 'MODE_UNSPECIFIED') }) })),
    })),
    timeouts: timeouts('create', 'update', 'delete'),
  },
};

export const containerKinds: readonly ResourceKind[] = [cluster, pool];
