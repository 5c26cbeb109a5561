import { computed, optional, optionalComputed, required, setOf, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { aRegion, matches, plainName } from './checks';
import { createdAt, id, nameOf, numberFor, octetOf, tags, urn } from './common-attributes';
import { namesVpc } from './vpc';

const aSize = matches(/^(s|c|c2|g|gd|m|m3|m6|so|so1_5)-[a-z0-9-]+$/, 'no such size');

const droplet: ResourceKind = {
  type: 'digitalocean_droplet', label: 'droplet', version: 1, latency: { create: 3000, update: 2000, delete: 2000 }, id: numberFor('droplet'),
  attributes: {
    id, name: required('string', { check: plainName }), image: required('string', { replaces: true }), size: required('string', { check: aSize }), region: optionalComputed('string', { replaces: true, check: aRegion }),
    backups: optional('bool', { default: false }), monitoring: optional('bool', { replaces: true, default: false }), ipv6: optional('bool', { default: false }), resize_disk: optional('bool', { default: true }),
    droplet_agent: optional('bool', { replaces: true }), graceful_shutdown: optional('bool', { default: false }), ssh_keys: optional(setOf('string'), { replaces: true }), user_data: optional('string', { replaces: true }), tags,
    vpc_uuid: optionalComputed('string', { replaces: true, ...namesVpc }), volume_ids: optionalComputed(setOf('string')), created_at: createdAt, urn: urn('droplet'),
    ipv4_address: computed('string', { made: (scene) => `203.0.113.${octetOf(nameOf(scene))}` }), ipv4_address_private: computed('string', { made: (scene) => `10.10.0.${octetOf(nameOf(scene))}` }),
    status: computed('string', { made: () => 'active' }), locked: computed('bool'), vcpus: computed('number', { made: () => 1 }), memory: computed('number', { made: () => 2048 }), disk: computed('number', { made: () => 50 }),
    price_hourly: computed('number'), price_monthly: computed('number'),
  },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};

const sshKey: ResourceKind = {
  type: 'digitalocean_ssh_key', label: 'SSH Key', version: 0, latency: { create: 500, update: 500, delete: 500 }, id: numberFor('ssh key'),
  attributes: {
    id, name: required('string'), public_key: required('string', { replaces: true, check: matches(/^(ssh-|ecdsa-)\S+ \S+/, 'no public key') }),
    fingerprint: computed('string', { made: () => '3b:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fa' }),
  },
  blocks: { timeouts: timeouts('create') },
};

export const dropletKinds: readonly ResourceKind[] = [droplet, sshKey];
