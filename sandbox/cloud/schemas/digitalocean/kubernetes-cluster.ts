import { block, computed, listBlock, listOf, mapOf, oneBlock, optional, optionalComputed, required, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { aRegion, matches, plainName } from './checks';
import { createdAt, id, tags, urn, uuidFor } from './common-attributes';
import { namesVpc } from './vpc';

const cluster: ResourceKind = {
  type: 'digitalocean_kubernetes_cluster', label: 'Kubernetes cluster', version: 3, latency: { create: 7000, update: 3000, delete: 3000 }, id: uuidFor('kubernetes'),
  attributes: {
    id, name: required('string', { check: plainName }), region: required('string', { replaces: true, check: aRegion }), version: required('string', { check: matches(/^(latest|1\.\d+(\.\d+-do\.\d+)?)$/, 'no such version') }),
    vpc_uuid: optionalComputed('string', { replaces: true, ...namesVpc }), auto_upgrade: optional('bool'), surge_upgrade: optional('bool', { default: true }), ha: optional('bool'), tags,
    registry_integration: optional('bool', { default: false }), destroy_all_associated_resources: optional('bool', { default: false }), cluster_subnet: optionalComputed('string', { replaces: true, made: () => '10.244.0.0/16' }),
    service_subnet: optionalComputed('string', { replaces: true, made: () => '10.245.0.0/16' }), endpoint: computed('string', { made: ({ object }) => `https://${textOf(object.id) ?? ''}.k8s.ondigitalocean.com` }),
    ipv4_address: computed('string', { made: () => '203.0.113.80' }), status: computed('string', { made: () => 'running' }), created_at: createdAt, urn: urn('kubernetes'),
  },
  blocks: {
    node_pool: listBlock(block({
      id: computed('string', { made: () => '22222222-3333-4444-8555-666666666666' }), name: required('string'), size: required('string'), node_count: optional('number'), auto_scale: optional('bool'), min_nodes: optional('number'),
      max_nodes: optional('number'), labels: optional(mapOf('string')), tags, actual_node_count: computed('number', { made: ({ block: pool }) => pool.node_count ?? 0 }),
      nodes: computed(listOf(['object', { created_at: 'string', droplet_id: 'string', id: 'string', name: 'string', status: 'string', updated_at: 'string' }])),
    }), { min: 1, max: 1 }),
    maintenance_policy: oneBlock(block({ day: optionalComputed('string'), start_time: optionalComputed('string'), duration: computed('string', { made: () => '4h0m0s' }) })),
    timeouts: timeouts('create'),
  },
};

export const kubernetesKinds: readonly ResourceKind[] = [cluster];
