import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { isInternet, traitsOf } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { databaseSizeOf, whyNotDatabaseSize } from './database-size';
import { tagsOf } from './digitalocean-labels';
import { priceCluster } from './managed-database.price';

/** Those DigitalOcean still starts new clusters with. */
const VERSIONS: Readonly<Record<string, readonly string[]>> = { postgres: ['14', '15', '16', '17', '18'], mysql: ['8'] };
const ENGINES = { postgres: { engine: 'pg', version: '16' }, mysql: { engine: 'mysql', version: '8' } } as const;

export const database = defineResource({
  kind: 'database',
  title: 'Database',
  description: 'Managed PostgreSQL or MySQL that only the machines of its network reach, over TLS',
  args: z.strictObject({
    engine: field.choice({ label: 'Engine', choices: { postgres: 'PostgreSQL', mysql: 'MySQL' }, default: 'postgres', ask: true }),
    size: field.text({ label: 'Size', help: 'small (2 GB), medium (4 GB), large (8 GB), or such as db-s-6vcpu-16gb', placeholder: 'small', ask: true, default: 'small', maxLength: 40, check: whyNotDatabaseSize, accepts: 'small, medium, large, or a size such as db-s-2vcpu-4gb' }),
    network: field.requiredReference('vpc', { label: 'Network', help: 'The network whose machines may connect', placeholder: 'main', ask: true }),
    version: field.optionalText({ label: 'Version', help: 'PostgreSQL 14 to 18, MySQL 8', maxLength: 4, check: (text) => (Object.values(VERSIONS).flat().includes(text) ? undefined : 'is no version'), accepts: 'a major version such as 16' }),
    high_availability: field.flag({ label: 'Standby node', help: 'yes adds a node that takes over', default: false }),
  }).superRefine(({ engine, version }, context) => {
    if (version !== undefined && !VERSIONS[engine]?.includes(version)) context.addIssue({ code: 'custom', message: `Version: ${version} is not a version of ${engine}.` });
  }),
  handles: (name) => ({ urn: expression(`digitalocean_database_cluster.${name}.urn`) }),
  // DigitalOcean has no deletion protection for databases, and keeps seven days of backups of each by itself.
  render({ name, args, region, labels, referenced, deployment }) {
    const { engine, version } = ENGINES[args.engine];
    const network = referenced('network');
    const address = `digitalocean_database_cluster.${name}`;
    return {
      blocks: [
        {
          type: 'digitalocean_database_cluster',
          body: {
            name: `${name}-${deployment.replace(/[^a-z0-9]/g, '').slice(-12)}`, engine, version: args.version ?? version, size: databaseSizeOf(args.size), region,
            node_count: args.high_availability ? 2 : 1, private_network_uuid: network?.id, tags: tagsOf(labels),
          },
        },
        { type: 'digitalocean_database_firewall', part: 'access', body: { cluster_id: expression(`${address}.id`), rule: [{ type: 'tag', value: network?.tag }] } },
      ],
      outputs: [
        { name: 'host', description: 'Address within the network', value: expression(`${address}.private_host`) },
        { name: 'port', description: 'Port', value: expression(`${address}.port`) },
        { name: 'user', description: 'User', value: expression(`${address}.user`) },
        { name: 'password', description: 'Password, made by DigitalOcean', value: expression(`${address}.password`), sensitive: true },
        { name: 'uri', description: 'Address within the network, with user and password', value: expression(`${address}.private_uri`), sensitive: true },
      ],
    };
  },
  traits: {
    digitalocean_database_cluster: traitsOf(z.object({ engine: z.string() }), ({ engine }) => (engine === 'valkey' || engine === 'redis' ? {} : { isStateful: true })),
    digitalocean_database_firewall: traitsOf(z.object({ rule: z.array(z.object({ type: z.string(), value: z.string().nullish() })).nullish() }), ({ rule }) => ((rule ?? []).some(({ type, value }) => type === 'ip_addr' && isInternet(value ?? '')) ? { isPublic: 'database' } : {})),
  },
  price: { digitalocean_database_cluster: priceCluster, digitalocean_database_firewall: () => ({ pricing: 'free' }) },
  naming: { maxLength: 40 },
  example: { name: 'db', values: { engine: 'postgres', size: 'small', network: 'main' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
