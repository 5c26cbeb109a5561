import { computed, optional, required, setOf } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { aRegion, oneOf, plainName } from './checks';
import { id, tags, urn, uuidFor } from './common-attributes';

const volume: ResourceKind = {
  type: 'digitalocean_volume', label: 'Volume', version: 0, latency: { create: 1500, update: 1000, delete: 1000 }, id: uuidFor('volume'),
  attributes: {
    id, name: required('string', { replaces: true, check: plainName }), region: required('string', { replaces: true, check: aRegion }), size: required('number'), description: optional('string', { replaces: true }),
    initial_filesystem_type: optional('string', { replaces: true, check: oneOf('ext4', 'xfs') }), tags, droplet_ids: computed(setOf('number')), filesystem_label: computed('string'), urn: urn('volume'),
  },
  blocks: {},
};

const attachment: ResourceKind = {
  type: 'digitalocean_volume_attachment', label: 'volume attachment', version: 0, latency: { create: 1000, update: 500, delete: 1000 },
  id: ({ object }) => `${JSON.stringify(object.droplet_id)}-${textOf(object.volume_id) ?? ''}`,
  attributes: {
    id, droplet_id: required('number', { replaces: true }), volume_id: required('string', { replaces: true, refersTo: { type: 'digitalocean_volume', id: (text) => text } }),
  },
  blocks: {},
};

export const volumeKinds: readonly ResourceKind[] = [volume, attachment];
