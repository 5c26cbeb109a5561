import { z } from 'zod';
import type { JsonObject } from '../domain/json';
import type { PriceComponent, Pricing } from '../domain/price-component';

const droplet = z.object({ size: z.string(), region: z.string().optional(), backups: z.boolean().nullish() });

/** How `digitalocean_droplet` is billed: by its size, which includes disk, address and a share of traffic. */
export function priceDroplet(values: JsonObject): Pricing {
  const parsed = droplet.safeParse(values);
  if (!parsed.success) return { pricing: 'unknown' };
  const { size, region = 'global', backups } = parsed.data;
  const components: PriceComponent[] = [
    { label: 'Machine', sku: `vm/${size}`, region, quantity: 1, unit: 'month', assumption: 'runs all the time; disk, address and a share of traffic are included' },
    // Backups cost a share of the machine's own price ("Droplet Backups": weekly, 20 per cent).
    ...(backups ? [{ label: 'Weekly backups', sku: `vm/${size}`, region, quantity: 0.2, unit: 'month' as const }] : []),
  ];
  return { pricing: 'components', components };
}
