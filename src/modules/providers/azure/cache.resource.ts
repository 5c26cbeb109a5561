import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';
import { uniqueName, UNIQUE_SUFFIX_LENGTH } from '../domain/unique-name';
import { IN_GROUP } from './resource-group';

/** Only Premium caches stand inside a network, and the smallest of them has 6 GB. */
const CANONICAL: Readonly<Record<string, string>> = { small: 'P1', medium: 'P1', large: 'P2' };
const whyNotSize = (size: string): string | undefined => (Object.hasOwn(CANONICAL, size) || /^P[1-5]$/.test(size) ? undefined : 'is no size we know');
const capacityOf = (size: string): number => Number((CANONICAL[size] ?? size).slice(1));

const redis = z.object({ sku_name: z.string(), family: z.string(), capacity: z.number(), location: z.string().optional(), replicas_per_primary: z.number().nullish() });

export const cache = defineResource({
  kind: 'cache',
  title: 'Cache',
  description: 'Managed Redis inside your network, over TLS; Azure\'s smallest private one has 6 GB',
  args: z.strictObject({
    size: field.text({ label: 'Size', help: 'small and medium (6 GB), large (13 GB), or P1 to P5', placeholder: 'small', ask: true, default: 'small', maxLength: 10, check: whyNotSize, accepts: 'small, medium, large, or P1 to P5' }),
    network: field.requiredReference('vpc', { label: 'Network', help: 'The network it stands in', placeholder: 'main', ask: true }),
    high_availability: field.flag({ label: 'A second replica', help: 'yes adds one to the replica that is always there', ask: true, default: false }),
  }),
  render({ name, args, labels, deployment, referenced }) {
    const address = `azurerm_redis_cache.${name}`;
    return {
      blocks: [{
        type: 'azurerm_redis_cache',
        body: {
          ...IN_GROUP, name: uniqueName(name, deployment), sku_name: 'Premium', family: 'P', capacity: capacityOf(args.size), subnet_id: referenced('network')?.caches, tags: labels,
          minimum_tls_version: '1.2', non_ssl_port_enabled: false, redis_version: '6', ...(args.high_availability && { replicas_per_primary: 2 }),
        },
      }],
      outputs: [
        { name: 'host', description: 'Address within the network', value: expression(`${address}.hostname`) },
        { name: 'port', description: 'Port, for TLS', value: expression(`${address}.ssl_port`) },
        { name: 'key', description: 'Access key, made by Azure', value: expression(`${address}.primary_access_key`), sensitive: true },
      ],
    };
  },
  price: {
    azurerm_redis_cache: (values, { region }) => {
      const parsed = redis.safeParse(values);
      if (!parsed.success) return { pricing: 'unknown' };
      const { sku_name: tier, family, capacity, location, replicas_per_primary: replicas } = parsed.data;
      // The price of the tier holds one replica; each more costs half of it ("Azure Cache for Redis pricing").
      return { pricing: 'components', components: [{ label: 'Cache', sku: `cache/${tier}-${family}${capacity}`, region: location ?? region, quantity: 1 + (Math.max(replicas ?? 1, 1) - 1) / 2, unit: 'month', assumption: 'with one replica' }] };
    },
  },
  naming: { maxLength: 63 - UNIQUE_SUFFIX_LENGTH, refuse: (name) => (name.includes('--') ? 'has two hyphens in a row' : undefined) },
  example: { name: 'sessions', values: { size: 'small', network: 'main' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
