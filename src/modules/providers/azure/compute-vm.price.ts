import { z } from 'zod';
import type { PriceComponent, PriceOf } from '../domain/price-component';
import { diskSku } from './managed-disk-tier';

const machine = z.object({ size: z.string(), location: z.string().optional(), os_disk: z.array(z.object({ storage_account_type: z.string(), disk_size_gb: z.number() })).length(1) });
const address = z.object({ location: z.string().optional(), sku: z.string().nullish() });

/** How `azurerm_linux_virtual_machine` is billed: the machine, its system disk by tier, and traffic out. */
export const priceMachine: PriceOf = (values, { region: here }) => {
  const parsed = machine.safeParse(values);
  const disk = parsed.data?.os_disk[0];
  const sku = disk && diskSku(disk.storage_account_type, disk.disk_size_gb);
  if (!parsed.success || sku === undefined) return { pricing: 'unknown' };
  const region = parsed.data.location ?? here;
  const components: PriceComponent[] = [
    { label: 'Machine', sku: `vm/${parsed.data.size}`, region, quantity: 1, unit: 'hour', assumption: 'runs all the time, without discounts' },
    { label: 'System disk', sku, region, quantity: 1, unit: 'month' },
    { label: 'Traffic out', sku: 'traffic/out', region, quantity: 0, unit: 'gb_month', assumption: 'billed by use; none is counted' },
  ];
  return { pricing: 'components', components };
};

/** How `azurerm_public_ip` is billed. */
export const priceAddress: PriceOf = (values, { region: here }) => {
  const parsed = address.safeParse(values);
  return { pricing: 'components', components: [{ label: 'Public address', sku: 'address/static-standard', region: parsed.data?.location ?? here, quantity: 1, unit: 'hour' }] };
};
