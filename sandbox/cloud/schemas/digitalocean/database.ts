import { block, computed, optional, optionalComputed, required, setBlock, timeouts } from '../../engine/build';
import type { ResourceKind, Scene } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { aRegion, matches, oneOf, plainName } from './checks';
import { id, nameOf, tags, urn, uuidFor } from './common-attributes';
import { namesVpc } from './vpc';

const PORTS: Readonly<Record<string, number>> = { pg: 25_060, mysql: 25_060, valkey: 25_061 };
const host = (scene: Scene): string => `${nameOf(scene)}-do-user-1.b.db.ondigitalocean.com`;
/** Made by the cloud and known to nobody before: the tests look for it where it must not be. */
const password = (scene: Scene): string => `AVNS_simulated-${(textOf(scene.object.id) ?? '').slice(0, 8)}`;
const uri = (scene: Scene): string => `${textOf(scene.object.engine) ?? ''}://doadmin:${password(scene)}@${host(scene)}:25060/defaultdb`;

const cluster: ResourceKind = {
  type: 'digitalocean_database_cluster', label: 'database cluster', version: 0, latency: { create: 6000, update: 3000, delete: 2000 }, id: uuidFor('database'),
  attributes: {
    id, name: required('string', { replaces: true, check: plainName }), engine: required('string', { replaces: true, check: oneOf('pg', 'mysql', 'valkey', 'mongodb', 'kafka', 'opensearch') }), version: optional('string'),
    size: required('string', { check: matches(/^(db|gd|so1_5|m)-[a-z0-9-]+$/, 'no such size') }), region: required('string', { check: aRegion }), node_count: required('number'), tags,
    eviction_policy: optional('string', { check: oneOf('noeviction', 'allkeys_lru', 'allkeys_random', 'volatile_lru', 'volatile_random', 'volatile_ttl') }),
    private_network_uuid: optionalComputed('string', { replaces: true, ...namesVpc }), project_id: optionalComputed('string', { replaces: true }), storage_size_mib: optionalComputed('string', { made: () => '30720' }),
    host: computed('string', { made: host }), private_host: computed('string', { made: (scene) => `private-${host(scene)}` }), port: computed('number', { made: ({ object }) => PORTS[textOf(object.engine) ?? ''] ?? 25_060 }),
    database: computed('string', { made: () => 'defaultdb' }), user: computed('string', { made: () => 'doadmin' }), password: computed('string', { sensitive: true, made: password }),
    uri: computed('string', { sensitive: true, made: uri }), private_uri: computed('string', { sensitive: true, made: uri }), urn: urn('dbaas'),
  },
  blocks: { timeouts: timeouts('create') },
};

const firewall: ResourceKind = {
  type: 'digitalocean_database_firewall', label: 'database firewall', version: 0, latency: { create: 800, update: 800, delete: 800 }, id: ({ object }) => `${textOf(object.cluster_id) ?? ''}-firewall`,
  attributes: { id, cluster_id: required('string', { replaces: true, refersTo: { type: 'digitalocean_database_cluster', id: (text) => text } }) },
  blocks: {
    rule: setBlock(block({
      type: required('string', { check: oneOf('droplet', 'k8s', 'ip_addr', 'tag', 'app') }), value: required('string'),
      uuid: computed('string', { made: () => '11111111-2222-4333-8444-555555555555' }), created_at: computed('string', { made: () => '2026-01-01T00:00:00Z' }),
    }), { min: 1 }),
  },
};

export const databaseKinds: readonly ResourceKind[] = [cluster, firewall];
