import { z } from 'zod';
import type { PriceComponent, PriceOf } from '../domain/price-component';
import { customTier } from './database-tier';

const instance = z.object({ region: z.string().nullish(), settings: z.array(z.object({ tier: z.string(), availability_type: z.string().nullish(), disk_size: z.number() })).length(1) });

/** How `google_sql_database_instance` is billed: shared tiers by the hour, others by vCPU and memory; twice with a standby. */
export const priceDatabase: PriceOf = (values, { region: here }) => {
  const parsed = instance.safeParse(values);
  const settings = parsed.data?.settings[0];
  if (!parsed.success || !settings) return { pricing: 'unknown' };
  const region = parsed.data.region ?? here;
  const copies = settings.availability_type === 'REGIONAL' ? 2 : 1;
  const custom = customTier(settings.tier);
  const machine: readonly PriceComponent[] = custom
    ? [
      { label: 'vCPUs', sku: 'database/vcpu', region, quantity: custom.vcpus * copies, unit: 'hour', assumption: 'runs all the time, without discounts' },
      { label: 'Memory', sku: 'database/ram-gb', region, quantity: (custom.memoryMb / 1024) * copies, unit: 'hour' },
    ]
    : [{ label: 'Machine', sku: `database/${settings.tier}`, region, quantity: copies, unit: 'hour', assumption: 'runs all the time, without discounts' }];
  return {
    pricing: 'components',
    components: [
      ...machine,
      { label: 'Storage', sku: 'database/storage-ssd', region, quantity: settings.disk_size * copies, unit: 'gb_month' },
      { label: 'Backups', sku: 'database/backup', region, quantity: 0, unit: 'gb_month', assumption: 'billed by use; none is counted' },
    ],
  };
};
