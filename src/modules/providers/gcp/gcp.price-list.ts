import { z } from 'zod';
import type { PriceList, ReadPrice } from '../domain/price-list';

const sku = z.object({
  description: z.string(),
  category: z.object({ resourceFamily: z.string(), usageType: z.string() }),
  serviceRegions: z.array(z.string()),
  pricingInfo: z.array(z.object({
    pricingExpression: z.object({
      usageUnit: z.string(),
      tieredRates: z.array(z.object({ unitPrice: z.object({ currencyCode: z.string(), units: z.coerce.number().default(0), nanos: z.number().default(0) }) })),
    }),
  })),
});
const page = z.object({ skus: z.array(sku).default([]), nextPageToken: z.string().optional() });

interface Rate {
  readonly amount: number;
  readonly currency: string;
}

/** Compute Engine, in the Cloud Billing Catalog. */
const SERVICE = '6F81-5844-456A';
const MOST_PAGES = 100;

const DISKS: Readonly<Record<string, string>> = { 'Storage PD Capacity': 'pd-standard', 'Balanced PD Capacity': 'pd-balanced', 'SSD backed PD Capacity': 'pd-ssd' };

/** How much of a processor, and of memory in GB, a machine type is billed for. */
const MACHINES: readonly (readonly [type: string, family: string, cores: number, gb: number])[] = [
  ['e2-micro', 'E2', 0.25, 1], ['e2-small', 'E2', 0.5, 2], ['e2-medium', 'E2', 1, 4],
  ...['E2', 'N2'].flatMap((family) => [2, 4, 8, 16, 32].flatMap((cores) => ([['standard', 4], ['highmem', 8], ['highcpu', 1]] as const)
    .map(([shape, perCore]) => [`${family.toLowerCase()}-${shape}-${cores}`, family, cores, cores * perCore] as const))),
];

/** Google's list prices of machines, which are a price for the processors and one for the memory, and of disks. */
export const GCP_PRICE_LIST: PriceList = {
  url: 'https://cloudbilling.googleapis.com',
  key: { parameter: 'key' },
  source: 'Google Cloud Billing Catalog API',
  async read(api, regions) {
    const wanted = new Set(regions);
    const rates = new Map<string, Rate>();
    const prices: ReadPrice[] = [];
    let token: string | undefined = '';
    for (let pages = 0; token !== undefined && pages < MOST_PAGES; pages += 1) {
      const { skus, nextPageToken }: z.output<typeof page> = await api.json(`/v1/services/${SERVICE}/skus?pageSize=5000&currencyCode=USD${token && `&pageToken=${encodeURIComponent(token)}`}`, page);
      for (const one of skus) {
        const [, family = '', part = ''] = /^(\w+) Instance (Core|Ram) running in /.exec(one.description) ?? [];
        const type = DISKS[one.description.replace(/ in .*$/, '')];
        const rate = rateOf(one);
        if (!rate || one.category.usageType !== 'OnDemand') continue;
        for (const region of one.serviceRegions.filter((name) => wanted.has(name))) {
          if (part !== '') rates.set(`${region} ${family} ${part}`, rate);
          else if (type !== undefined) prices.push({ sku: `disk/${type}`, region, unit: 'gb_month', ...rate });
        }
      }
      token = nextPageToken === '' ? undefined : nextPageToken;
    }
    return [...prices, ...regions.flatMap((region) => machinesIn(region, rates))];
  },
};

function machinesIn(region: string, rates: ReadonlyMap<string, Rate>): readonly ReadPrice[] {
  return MACHINES.flatMap(([type, family, cores, gb]): readonly ReadPrice[] => {
    const [core, ram] = [rates.get(`${region} ${family} Core`), rates.get(`${region} ${family} Ram`)];
    if (!core || !ram) return [];
    return [{ sku: `vm/${type}`, region, unit: 'hour', amount: cores * core.amount + gb * ram.amount, currency: core.currency === ram.currency ? core.currency : `${core.currency} and ${ram.currency}` }];
  });
}

// The last rate is what holds beyond what is free.
function rateOf({ pricingInfo }: z.infer<typeof sku>): Rate | undefined {
  const price = pricingInfo.at(-1)?.pricingExpression.tieredRates.at(-1)?.unitPrice;
  return price && { amount: price.units + price.nanos / 1e9, currency: price.currencyCode };
}
