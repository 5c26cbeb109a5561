import { block, computed, listBlock, optional, optionalComputed, required, setOf, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { matches, oneOf } from './checks';
import { id, textIn } from './common-attributes';

const record: ResourceKind = {
  type: 'aws_route53_record', label: 'Route 53 Record', version: 2, latency: { create: 1500, update: 1000, delete: 1000 }, id: (scene) => `${textIn(scene, 'zone_id')}_${textIn(scene, 'name')}_${textIn(scene, 'type')}`,
  attributes: {
    id, zone_id: required('string', { replaces: true, check: matches(/^Z[A-Z0-9]{1,31}$/) }), name: required('string'), type: required('string', { check: oneOf('A', 'AAAA', 'CAA', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'SRV', 'TXT') }), ttl: optional('number'), records: optional(setOf('string')),
    allow_overwrite: optionalComputed('bool'), fqdn: computed('string', { made: (scene) => `${textIn(scene, 'name')}.example.com` }),
  },
  blocks: { alias: listBlock(block({ name: required('string'), zone_id: required('string'), evaluate_target_health: required('bool') }), { max: 1 }), timeouts: timeouts('create', 'update', 'delete') },
};

export const route53Kinds: readonly ResourceKind[] = [record];
