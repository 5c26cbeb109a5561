import { z } from 'zod';
import type { PriceComponent, PriceOf } from '../domain/price-component';

const instance = z.object({ engine: z.string(), instance_class: z.string(), allocated_storage: z.number(), multi_az: z.boolean().nullish() });

/** How `aws_db_instance` is billed: the machine, twice with a standby, its storage, and the secret that holds its password. */
export const priceDatabase: PriceOf = (values, { region }) => {
  const parsed = instance.safeParse(values);
  if (!parsed.success) return { pricing: 'unknown' };
  const { engine, instance_class: type, allocated_storage: size, multi_az: standby } = parsed.data;
  const components: PriceComponent[] = [
    { label: 'Machine', sku: `database/${engine}/${type}`, region, quantity: standby ? 2 : 1, unit: 'hour', assumption: 'runs all the time, without discounts' },
    { label: 'Storage', sku: standby ? 'database/storage-multi-az' : 'database/storage', region, quantity: size, unit: 'gb_month' },
    { label: 'Backups', sku: 'database/backup', region, quantity: 0, unit: 'gb_month', assumption: 'as much as the storage is free' },
  ];
  return { pricing: 'components', components };
};
