import { z } from 'zod';
import type { JsonObject } from '../domain/json';
import type { Pricing } from '../domain/price-component';

/** A bucket is billed by what is in it, which no plan knows. */
const ASSUMED_GB = 100;

const bucket = z.object({ location: z.string(), storage_class: z.string() });

/** How `google_storage_bucket` is billed: what it keeps, and requests and traffic. */
export function priceBucket(values: JsonObject): Pricing {
  const parsed = bucket.safeParse(values);
  if (!parsed.success) return { pricing: 'unknown' };
  const region = parsed.data.location.toLowerCase();
  return {
    pricing: 'components',
    components: [
      {
        label: 'Storage', sku: `object_storage/${parsed.data.storage_class.toLowerCase()}`, region, quantity: ASSUMED_GB, unit: 'gb_month',
        assumption: `${ASSUMED_GB} GB kept, older versions and deleted objects included`,
      },
      { label: 'Requests and traffic out', sku: 'object_storage/use', region, quantity: 0, unit: 'month', assumption: 'billed by use; none is counted' },
    ],
  };
}
