import { computed, optional, optionalComputed, required, timeouts } from '../../engine/build';
import type { ResourceKind, Scene } from '../../engine/schema';
import { CloudError } from '../../engine/cloud-error';
import { textOf } from '../../engine/value';
import { aRegion, plainName, tagName } from './checks';
import { createdAt, id, nameOf, urn, uuidFor } from './common-attributes';

/** Kept for the cloud itself: everywhere, and in one region. */
const RESERVED = /^10\.(229|244|245|246\.0)\./;

function refuseReserved({ object, prior }: Scene): void {
  const range = textOf(object.ip_range) ?? '';
  const isReserved = RESERVED.test(range) || (object.region === 'nyc1' && range.startsWith('10.10.'));
  if (prior === null && isReserved) throw new CloudError('422 This range/size overlaps with a range that is reserved');
}

const vpc: ResourceKind = {
  type: 'digitalocean_vpc', label: 'VPC', version: 0, latency: { create: 1500, update: 800, delete: 1500 }, id: uuidFor('vpc'), admit: refuseReserved,
  attributes: {
    id, name: required('string', { check: plainName }), region: required('string', { replaces: true, check: aRegion }), description: optional('string'),
    ip_range: optionalComputed('string', { replaces: true, made: () => '10.108.0.0/20' }), created_at: createdAt, default: computed('bool'), urn: urn('vpc'),
  },
  blocks: { timeouts: timeouts('delete') },
};

const tag: ResourceKind = {
  type: 'digitalocean_tag', label: 'tag', version: 0, latency: { create: 300, update: 300, delete: 300 }, id: nameOf,
  attributes: {
    id, name: required('string', { replaces: true, check: tagName }), total_resource_count: computed('number'), droplets_count: computed('number'), images_count: computed('number'),
    volumes_count: computed('number'), volume_snapshots_count: computed('number'), databases_count: computed('number'),
  },
  blocks: {},
};

export const networkKinds: readonly ResourceKind[] = [vpc, tag];
export const namesVpc = { refersTo: { type: 'digitalocean_vpc', id: (text: string) => text } };
