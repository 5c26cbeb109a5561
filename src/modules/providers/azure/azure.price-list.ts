import { z } from 'zod';
import type { PriceApi, PriceList, ReadPrice } from '../domain/price-list';

const item = z.object({
  currencyCode: z.string(), retailPrice: z.number(), armRegionName: z.string(), productName: z.string(), skuName: z.string(),
  armSkuName: z.string().default(''), meterName: z.string(), unitOfMeasure: z.string(), type: z.string(),
});
const page = z.object({ Items: z.array(item), NextPageLink: z.string().nullish() });

type Item = z.infer<typeof item>;

const MOST_PAGES = 400;

/** `Premium SSD Managed Disks` and `P4 LRS` are `disk/premium-ssd-p4` in the catalogue. */
const DISKS: Readonly<Record<string, string>> = { 'Premium SSD Managed Disks': 'premium-ssd', 'Standard SSD Managed Disks': 'standard-ssd', 'Standard HDD Managed Disks': 'standard-hdd' };

/** Azure's retail prices of Linux machines and managed disks, pay as you go. */
export const AZURE_PRICE_LIST: PriceList = {
  url: 'https://prices.azure.com',
  source: 'Azure Retail Prices API',
  async read(api, regions) {
    const prices: ReadPrice[] = [];
    for (const region of regions) {
      prices.push(...(await all(api, `serviceName eq 'Virtual Machines' and armRegionName eq '${region}' and priceType eq 'Consumption'`)).flatMap(machine));
      prices.push(...(await all(api, `serviceName eq 'Storage' and armRegionName eq '${region}' and priceType eq 'Consumption'`)).flatMap(disk));
    }
    return prices;
  },
};

async function all(api: PriceApi, filter: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let next: string | undefined = `/api/retail/prices?currencyCode='USD'&$filter=${encodeURIComponent(filter)}`;
  for (let pages = 0; next !== undefined && pages < MOST_PAGES; pages += 1) {
    const answer: z.output<typeof page> = await api.json(next, page);
    items.push(...answer.Items);
    next = answer.NextPageLink ?? undefined;
  }
  return items;
}

// Windows, and what can be taken away at any moment, have prices of their own.
function machine({ productName, skuName, armSkuName, armRegionName: region, retailPrice: amount, currencyCode: currency, unitOfMeasure: unit, type }: Item): readonly ReadPrice[] {
  const isPlain = type === 'Consumption' && unit === '1 Hour' && armSkuName !== '' && !/Windows|CloudServices/i.test(productName) && !/Spot|Low Priority/i.test(skuName);
  return isPlain ? [{ sku: `vm/${armSkuName}`, region, unit: 'hour', amount, currency }] : [];
}

function disk({ productName, skuName, meterName, armRegionName: region, retailPrice: amount, currencyCode: currency, unitOfMeasure: unit }: Item): readonly ReadPrice[] {
  const family = DISKS[productName];
  const [, tier] = /^([PES]\d+) LRS$/.exec(skuName) ?? [];
  return family !== undefined && tier !== undefined && unit === '1/Month' && meterName === `${skuName} Disk` ? [{ sku: `disk/${family}-${tier.toLowerCase()}`, region, unit: 'month', amount, currency }] : [];
}
