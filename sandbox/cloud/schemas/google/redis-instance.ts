import { computed, mapOf, optional, optionalComputed, required, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { between, matches, oneOf } from './checks';
import { id, now, project, region } from './common-attributes';
import { labels } from './labels';
import { namesNetwork, projectOf, regionOf } from './paths';

export const redisInstance: ResourceKind = {
  type: 'google_redis_instance', label: 'Instance', version: 0, latency: { create: 5000, update: 2500, delete: 2500 }, id: (scene) => `projects/${projectOf(scene)}/locations/${regionOf(scene)}/instances/${textOf(scene.object.name) ?? ''}`,
  attributes: {
    id, name: required('string', { replaces: true, check: matches('^[a-z][a-z0-9-]{0,39}[a-z0-9]$') }), project, region, ...labels, tier: optional('string', { replaces: true, default: 'BASIC', check: oneOf('BASIC', 'STANDARD_HA') }), memory_size_gb: required('number', { check: between(1, 300) }), redis_version: optionalComputed('string', { made: () => 'REDIS_7_2' }),
    authorized_network: optionalComputed('string', { replaces: true, refersTo: namesNetwork.refersTo }), connect_mode: optional('string', { replaces: true, default: 'DIRECT_PEERING', check: oneOf('DIRECT_PEERING', 'PRIVATE_SERVICE_ACCESS') }), auth_enabled: optional('bool', { default: false }),
    transit_encryption_mode: optional('string', { replaces: true, default: 'DISABLED', check: oneOf('SERVER_AUTHENTICATION', 'DISABLED') }), deletion_protection: optional('bool'), display_name: optional('string'), redis_configs: optional(mapOf('string')), reserved_ip_range: optionalComputed('string', { replaces: true, made: () => '10.100.0.0/29' }),
    location_id: optionalComputed('string', { replaces: true, made: (scene) => `${regionOf(scene)}-a` }), replica_count: optionalComputed('number'), auth_string: computed('string', { sensitive: true, made: () => 'simulated-auth-string-of-redis' }), host: computed('string', { made: () => '10.100.0.4' }), port: computed('number', { made: () => 6378 }), create_time: computed('string', { made: now }),
  },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};
