import { z } from 'zod';
import type { JsonObject } from '../domain/json';
import type { PriceComponent, Pricing } from '../domain/price-component';
import { regionOfZone } from './gcp-regions';

const lastSegment = z.string().transform((text) => text.slice(text.lastIndexOf('/') + 1));

// What is known only after apply is missing here, and then nobody can say what it costs.
const instance = z.object({
  machine_type: lastSegment,
  zone: lastSegment,
  boot_disk: z.array(z.object({ initialize_params: z.array(z.object({ size: z.number(), type: lastSegment })).length(1) })).length(1),
  network_interface: z.array(z.object({ access_config: z.array(z.unknown()).nullish() })),
});

/** How `google_compute_instance` is billed: the machine, its boot disk, its public addresses, and traffic out. */
export function priceInstance(values: JsonObject): Pricing {
  const parsed = instance.safeParse(values);
  const disk = parsed.data?.boot_disk[0]?.initialize_params[0];
  if (!parsed.success || !disk) return { pricing: 'unknown' };
  const { machine_type: machineType, zone, network_interface: interfaces } = parsed.data;
  const region = regionOfZone(zone);
  const addresses = interfaces.reduce((sum, { access_config: access }) => sum + (access?.length ?? 0), 0);
  const components: PriceComponent[] = [
    { label: 'Machine', sku: `vm/${machineType}`, region, quantity: 1, unit: 'hour', assumption: 'runs all the time, without discounts' },
    { label: 'Boot disk', sku: `disk/${disk.type}`, region, quantity: disk.size, unit: 'gb_month' },
    ...(addresses === 0 ? [] : [{ label: 'Public address', sku: 'address/in-use', region: 'global', quantity: addresses, unit: 'hour' as const }]),
    { label: 'Traffic out', sku: 'traffic/out', region, quantity: 0, unit: 'gb_month', assumption: 'billed by use; none is counted' },
  ];
  return { pricing: 'components', components };
}
