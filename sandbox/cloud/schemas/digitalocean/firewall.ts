import { block, computed, listOf, optional, required, setBlock, setOf } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { oneOf, plainName } from './checks';
import { createdAt, id, tags, uuidFor } from './common-attributes';

const protocol = required('string', { check: oneOf('tcp', 'udp', 'icmp') });

const firewall: ResourceKind = {
  type: 'digitalocean_firewall', label: 'firewall', version: 0, latency: { create: 800, update: 800, delete: 800 }, id: uuidFor('firewall'),
  attributes: {
    id, name: required('string', { check: plainName }), droplet_ids: optional(setOf('number')), tags, created_at: createdAt, status: computed('string', { made: () => 'succeeded' }),
    pending_changes: computed(listOf(['object', { droplet_id: 'number', removing: 'bool', status: 'string' }])),
  },
  blocks: {
    inbound_rule: setBlock(block({ protocol, port_range: optional('string'), source_addresses: optional(setOf('string')), source_tags: optional(setOf('string')) })),
    outbound_rule: setBlock(block({ protocol, port_range: optional('string'), destination_addresses: optional(setOf('string')), destination_tags: optional(setOf('string')) })),
  },
};

export const firewallKinds: readonly ResourceKind[] = [firewall];
