import { z } from 'zod';
import type { PriceList, ReadPrice } from '../domain/price-list';

const page = z.object({
  sizes: z.array(z.object({ slug: z.string(), price_monthly: z.number() })),
  links: z.object({ pages: z.object({ next: z.string().optional() }).optional() }).optional(),
});

const MOST_PAGES = 50;

/** DigitalOcean's sizes: what a Droplet costs a month, the same in every region. */
export const DIGITALOCEAN_PRICE_LIST: PriceList = {
  url: 'https://api.digitalocean.com',
  key: {},
  source: 'DigitalOcean API, /v2/sizes',
  async read(api) {
    const prices: ReadPrice[] = [];
    let next: string | undefined = '/v2/sizes?per_page=200';
    for (let pages = 0; next !== undefined && pages < MOST_PAGES; pages += 1) {
      const { sizes, links }: z.output<typeof page> = await api.json(next, page);
      prices.push(...sizes.map(({ slug, price_monthly: amount }) => ({ sku: `vm/${slug}`, region: 'global', unit: 'month' as const, amount, currency: 'USD' })));
      next = links?.pages?.next;
    }
    return prices;
  },
};
