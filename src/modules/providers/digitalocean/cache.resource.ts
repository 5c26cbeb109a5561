import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';
import { databaseSizeOf, whyNotDatabaseSize } from './database-size';
import { tagsOf } from './digitalocean-labels';

const EVICTION = { noeviction: 'Refuse new keys when full', allkeys_lru: 'Forget what was least used', volatile_lru: 'Forget what may expire' } as const;

export const cache = defineResource({
  kind: 'cache',
  title: 'Cache',
  description: 'Managed Valkey (compatible with Redis) that only the machines of its network reach, over TLS',
  args: z.strictObject({
    size: field.text({ label: 'Size', help: 'small (2 GB), medium (4 GB), large (8 GB), or such as db-s-1vcpu-1gb', placeholder: 'small', ask: true, default: 'small', maxLength: 40, check: whyNotDatabaseSize, accepts: 'small, medium, large, or a size such as db-s-1vcpu-1gb' }),
    network: field.requiredReference('vpc', { label: 'Network', help: 'The network whose machines may connect', placeholder: 'main', ask: true }),
    high_availability: field.flag({ label: 'Standby node', help: 'yes adds a node that takes over', ask: true, default: false }),
    eviction: field.choice({ label: 'When it is full', choices: EVICTION, default: 'allkeys_lru' }),
  }),
  handles: (name) => ({ urn: expression(`digitalocean_database_cluster.${name}_cache.urn`) }),
  render({ name, args, region, labels, referenced, deployment }) {
    const network = referenced('network');
    // A database may have the same name: the part keeps the two apart.
    const address = `digitalocean_database_cluster.${name}_cache`;
    return {
      blocks: [
        {
          type: 'digitalocean_database_cluster', part: 'cache',
          body: {
            name: `${name}-cache-${deployment.replace(/[^a-z0-9]/g, '').slice(-12)}`, engine: 'valkey', version: '8', size: databaseSizeOf(args.size), region,
            node_count: args.high_availability ? 2 : 1, eviction_policy: args.eviction, private_network_uuid: network?.id, tags: tagsOf(labels),
          },
        },
        { type: 'digitalocean_database_firewall', part: 'cache_access', body: { cluster_id: expression(`${address}.id`), rule: [{ type: 'tag', value: network?.tag }] } },
      ],
      outputs: [
        { name: 'host', description: 'Address within the network', value: expression(`${address}.private_host`) },
        { name: 'port', description: 'Port, for TLS', value: expression(`${address}.port`) },
        { name: 'password', description: 'Password, made by DigitalOcean', value: expression(`${address}.password`), sensitive: true },
      ],
    };
  },
  // Its Terraform types are the database's, which says how they are billed.
  price: {},
  naming: { maxLength: 40 },
  example: { name: 'sessions', values: { size: 'small', network: 'main' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
