import { z } from 'zod';
import type { PriceApi, PriceList, ReadPrice } from '../domain/price-list';

const attributes = z.record(z.string(), z.string());
const product = z.object({ sku: z.string(), productFamily: z.string().default(''), attributes });
const offers = z.record(z.string(), z.object({
  sku: z.string(),
  priceDimensions: z.record(z.string(), z.object({ unit: z.string(), beginRange: z.string().optional(), pricePerUnit: z.record(z.string(), z.string()) })),
}));

type Product = z.infer<typeof product>;
type Attributes = z.infer<typeof attributes>;
type Listed = Pick<ReadPrice, 'sku' | 'unit'> & { readonly isGlobal?: true };

/** What of each service's list the kinds are billed by; undefined for everything else. */
const SERVICES: Readonly<Record<string, (product: Product) => Listed | undefined>> = {
  AmazonEC2: ({ productFamily, attributes: at }) => {
    if (productFamily === 'Compute Instance') return isPlainLinux(at) ? { sku: `vm/${at['instanceType']}`, unit: 'hour' } : undefined;
    if (productFamily === 'Storage' && at['volumeApiName']) return { sku: `disk/${at['volumeApiName']}`, unit: 'gb_month' };
    return productFamily === 'NAT Gateway' && /NatGateway-Hours$/.test(at['usagetype'] ?? '') ? { sku: 'network/nat-gateway', unit: 'hour' } : undefined;
  },
  AmazonRDS: ({ productFamily, attributes: at }) => {
    const engine = { PostgreSQL: 'postgres', MySQL: 'mysql', MariaDB: 'mariadb' }[at['databaseEngine'] ?? ''];
    if (productFamily === 'Database Instance' && engine !== undefined && at['deploymentOption'] === 'Single-AZ') return { sku: `database/${engine}/${at['instanceType']}`, unit: 'hour' };
    if (productFamily !== 'Database Storage' || at['volumeType'] !== 'General Purpose-GP3') return undefined;
    return at['deploymentOption'] === 'Single-AZ' ? { sku: 'database/storage', unit: 'gb_month' } : at['deploymentOption'] === 'Multi-AZ' ? { sku: 'database/storage-multi-az', unit: 'gb_month' } : undefined;
  },
  AmazonElastiCache: ({ productFamily, attributes: at }) => (productFamily === 'Cache Instance' && at['cacheEngine'] ? { sku: `cache/${at['cacheEngine'].toLowerCase()}/${at['instanceType']}`, unit: 'hour' } : undefined),
  AmazonS3: ({ productFamily, attributes: at }) => (productFamily === 'Storage' && at['volumeType'] === 'Standard' ? { sku: 'object_storage/standard', unit: 'gb_month' } : undefined),
  AmazonEKS: ({ attributes: at }) => (/AmazonEKS-Hours:perCluster$/.test(at['usagetype'] ?? '') ? { sku: 'kubernetes/control-plane', unit: 'hour' } : undefined),
  AWSELB: ({ productFamily, attributes: at }) => (productFamily === 'Load Balancer-Application' && /LoadBalancerUsage$/.test(at['usagetype'] ?? '') ? { sku: 'load_balancer/application', unit: 'hour' } : undefined),
  AmazonVPC: ({ attributes: at }) => (/PublicIPv4:InUseAddress$/.test(at['usagetype'] ?? '') ? { sku: 'address/public', unit: 'hour', isGlobal: true } : undefined),
};

const UNITS: Readonly<Record<string, ReadPrice['unit']>> = { Hrs: 'hour', hours: 'hour', 'GB-Mo': 'gb_month', 'GB-month': 'gb_month' };

function isPlainLinux(at: Attributes): boolean {
  return at['operatingSystem'] === 'Linux' && at['tenancy'] === 'Shared' && at['preInstalledSw'] === 'NA' && at['capacitystatus'] === 'Used' && !/Reserved/.test(at['usagetype'] ?? '');
}

/** Amazon's bulk price list: one file for each service and region, some of hundreds of MB, which are read in parts. */
export const AWS_PRICE_LIST: PriceList = {
  url: 'https://pricing.us-east-1.amazonaws.com',
  source: 'AWS Price List Bulk API',
  async read(api, regions) {
    const prices: ReadPrice[] = [];
    for (const region of regions) for (const service of Object.keys(SERVICES)) prices.push(...(await listOf(api, service, region)));
    return prices;
  },
};

async function listOf(api: PriceApi, service: string, region: string): Promise<readonly ReadPrice[]> {
  const known = new Map<string, Listed>();
  const lists = await api.parts(`/offers/v1.0/aws/${service}/current/${region}/index.json`, ['$.products.*', '$.terms.OnDemand.*'], (value) => {
    const one = product.safeParse(value);
    const listed = one.success ? SERVICES[service]?.(one.data) : undefined;
    if (one.success && listed) known.set(one.data.sku, listed);
    return one.success ? undefined : pricesIn(value, region, known);
  });
  return lists.flat();
}

// Products stand before terms. Of a price in steps the first is what a small user pays.
function pricesIn(value: unknown, region: string, known: ReadonlyMap<string, Listed>): readonly ReadPrice[] | undefined {
  const terms = offers.safeParse(value);
  if (!terms.success) return undefined;
  return Object.values(terms.data).flatMap(({ sku, priceDimensions }) => {
    const listed = known.get(sku);
    const first = Object.values(priceDimensions).find(({ beginRange = '0' }) => Number(beginRange) === 0);
    const [currency = '', amount = ''] = Object.entries(first?.pricePerUnit ?? {})[0] ?? [];
    if (!listed || !first || UNITS[first.unit] !== listed.unit) return [];
    return [{ sku: listed.sku, unit: listed.unit, region: listed.isGlobal ? 'global' : region, amount: amount === '' ? Number.NaN : Number(amount), currency }];
  });
}
