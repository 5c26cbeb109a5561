import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { traitsOf } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { uniqueName, UNIQUE_SUFFIX_LENGTH } from '../domain/unique-name';
import { named } from './aws-tags';
import { guardOf } from './guarded-service';
import { nodeClassOf, whyNotNodeClass } from './node-class';

const PORT = 6379;
const group = z.object({ engine: z.string(), node_type: z.string(), num_cache_clusters: z.number() });

export const cache = defineResource({
  kind: 'cache',
  title: 'Cache',
  description: 'Managed Valkey (compatible with Redis), encrypted, reached by its network\'s machines only',
  args: z.strictObject({
    size: field.text({ label: 'Size', help: 'small (2 GB), medium (4 GB), large (8 GB), or such as cache.t4g.micro', placeholder: 'small', ask: true, default: 'small', maxLength: 40, check: whyNotNodeClass('cache'), accepts: 'small, medium, large, or a class such as cache.m7g.large' }),
    network: field.requiredReference('vpc', { label: 'Network', help: 'The network whose machines may connect', placeholder: 'main', ask: true }),
    high_availability: field.flag({ label: 'Standby in another zone', help: 'yes adds a node that takes over', ask: true, default: false }),
    snapshot_days: field.number({ label: 'Days of snapshots', min: 0, max: 35, default: 1, unit: 'days' }),
  }),
  render({ name, args, labels, deployment, referenced }) {
    const network = referenced('network');
    const guard = guardOf({ name, part: 'cache', port: PORT, labels, network });
    const id = uniqueName(name, deployment);
    return {
      blocks: [
        { type: 'aws_elasticache_subnet_group', body: { name: id, description: 'Private subnets of the network', subnet_ids: [network?.privateSubnet, network?.privateSubnet2], tags: named(name, labels) } },
        ...guard.blocks,
        {
          type: 'aws_elasticache_replication_group',
          body: {
            replication_group_id: id, description: `Managed by Cloud Engine, deployment ${deployment}`, engine: 'valkey', engine_version: '8.0', node_type: nodeClassOf('cache', args.size), port: PORT,
            num_cache_clusters: args.high_availability ? 2 : 1, automatic_failover_enabled: args.high_availability, multi_az_enabled: args.high_availability,
            at_rest_encryption_enabled: 'true', transit_encryption_enabled: true, subnet_group_name: expression(`aws_elasticache_subnet_group.${name}.name`), security_group_ids: [guard.group],
            snapshot_retention_limit: args.snapshot_days, auto_minor_version_upgrade: 'true', tags: named(name, labels),
          },
        },
      ],
      outputs: [
        { name: 'host', description: 'Address within the network', value: expression(`aws_elasticache_replication_group.${name}.primary_endpoint_address`) },
        { name: 'port', description: 'Port, for TLS', value: expression(`aws_elasticache_replication_group.${name}.port`) },
      ],
    };
  },
  traits: {
    aws_elasticache_replication_group: traitsOf(z.object({ at_rest_encryption_enabled: z.union([z.boolean(), z.string()]).nullish() }), ({ at_rest_encryption_enabled: encrypted }) => ({ isEncrypted: String(encrypted) === 'true' })),
  },
  price: {
    aws_elasticache_replication_group: (values, { region }) => {
      const parsed = group.safeParse(values);
      if (!parsed.success) return { pricing: 'unknown' };
      const { engine, node_type: type, num_cache_clusters: nodes } = parsed.data;
      return { pricing: 'components', components: [{ label: 'Nodes', sku: `cache/${engine}/${type}`, region, quantity: nodes, unit: 'hour', assumption: 'run all the time, without discounts' }] };
    },
    aws_elasticache_subnet_group: () => ({ pricing: 'free' }),
  },
  naming: { maxLength: 40 - UNIQUE_SUFFIX_LENGTH, refuse: (name) => (name.includes('--') ? 'has two hyphens in a row' : undefined) },
  example: { name: 'sessions', values: { size: 'small', network: 'main' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
