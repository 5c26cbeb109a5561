import { z } from 'zod';
import type { JsonObject } from '../domain/json';
import type { Pricing } from '../domain/price-component';

const cluster = z.object({ engine: z.string(), size: z.string(), node_count: z.number(), region: z.string(), storage_size_mib: z.string().nullish() });

/** How `digitalocean_database_cluster` is billed: by node, with its disk included. */
export function priceCluster(values: JsonObject): Pricing {
  const parsed = cluster.safeParse(values);
  if (!parsed.success) return { pricing: 'unknown' };
  const { engine, size, node_count: nodes, region } = parsed.data;
  const category = engine === 'valkey' || engine === 'redis' ? 'cache' : 'database';
  return { pricing: 'components', components: [{ label: 'Nodes', sku: `${category}/${size}`, region, quantity: nodes, unit: 'month', assumption: 'the disk that comes with the size' }] };
}
