import { block, computed, oneBlock, optional, optionalComputed, required } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { matches, oneOf } from './checks';
import { createdAt, id, nameOf, urn, uuidFor } from './common-attributes';

const bucket: ResourceKind = {
  type: 'digitalocean_spaces_bucket', label: 'Spaces bucket', version: 0, latency: { create: 1000, update: 800, delete: 1000 }, id: nameOf,
  attributes: {
    id, name: required('string', { check: matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'no bucket name') }), region: optional('string', { replaces: true, default: 'nyc3' }),
    acl: optional('string', { default: 'private', check: oneOf('private', 'public-read') }), force_destroy: optional('bool', { default: false }),
    bucket_domain_name: computed('string', { made: (scene) => `${nameOf(scene)}.${textOf(scene.object.region) ?? ''}.digitaloceanspaces.com` }),
    endpoint: computed('string', { made: (scene) => `${textOf(scene.object.region) ?? ''}.digitaloceanspaces.com` }), urn: urn('space'),
  },
  blocks: { versioning: oneBlock(block({ enabled: optional('bool', { default: false }) })) },
};

const cdn: ResourceKind = {
  type: 'digitalocean_cdn', label: 'CDN', version: 1, latency: { create: 1500, update: 800, delete: 1000 }, id: uuidFor('cdn', 'origin'),
  attributes: {
    id, origin: required('string', { replaces: true }), ttl: optionalComputed('number', { made: () => 3600 }), custom_domain: optional('string'), certificate_name: optionalComputed('string'),
    endpoint: computed('string', { made: ({ object }) => (textOf(object.origin) ?? '').replace('.digitaloceanspaces', '.cdn.digitaloceanspaces') }), created_at: createdAt,
  },
  blocks: {},
};

export const spacesKinds: readonly ResourceKind[] = [bucket, cdn];
