import { z } from 'zod';
import type { PriceOf } from '../domain/price-component';
import { regionOfZone } from './aws-regions';

const instance = z.object({ instance_type: z.string(), availability_zone: z.string().nullish(), associate_public_ip_address: z.boolean().nullish() });
const template = z.object({ block_device_mappings: z.array(z.object({ ebs: z.array(z.object({ volume_size: z.number(), volume_type: z.string() })) })) });

/** How `aws_instance` is billed: the machine, and its public address. */
export const priceInstance: PriceOf = (values, { region: here }) => {
  const parsed = instance.safeParse(values);
  if (!parsed.success) return { pricing: 'unknown' };
  const { instance_type: type, availability_zone: zone, associate_public_ip_address: isPublic } = parsed.data;
  return {
    pricing: 'components',
    components: [
      { label: 'Machine', sku: `vm/${type}`, region: zone ? regionOfZone(zone) : here, quantity: 1, unit: 'hour', assumption: 'runs all the time, without discounts' },
      ...(isPublic ? [{ label: 'Public address', sku: 'address/public', region: 'global', quantity: 1, unit: 'hour' as const }] : []),
      { label: 'Traffic out', sku: 'traffic/out', region: 'global', quantity: 0, unit: 'gb_month', assumption: 'billed by use; none is counted' },
    ],
  };
};

/** What a launch template adds to the bill: the root disk of the one machine that is made from it. */
export const priceTemplate: PriceOf = (values, { region }) => {
  const parsed = template.safeParse(values);
  if (!parsed.success) return { pricing: 'unknown' };
  const disks = parsed.data.block_device_mappings.flatMap(({ ebs }) => ebs);
  return { pricing: 'components', components: disks.map(({ volume_size: size, volume_type: type }) => ({ label: 'Root disk', sku: `disk/${type}`, region, quantity: size, unit: 'gb_month', assumption: 'of the machine made from it' })) };
};
