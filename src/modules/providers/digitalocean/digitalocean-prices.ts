import type { ListPrice } from '../domain/list-price';

const SIZES = { date: '2022-07-01', source: 'gist colinwilson/cd31bde (DigitalOcean price change of 1 July 2022)' };
const REMEMBERED = { date: '2026-01-01', source: 'list price as remembered, not checked', unverified: true } as const;
const DOCUMENTED = { date: '2026-01-01', source: 'docs.digitalocean.com/products/kubernetes/details/pricing (undated)' };

const monthly = (sku: string, usd: number, from: Omit<ListPrice, 'sku' | 'region' | 'unit' | 'usd'>): ListPrice => ({ sku, region: 'global', unit: 'month', usd, ...from });

/** DigitalOcean's list prices in USD, the same in every region. */
export const DIGITALOCEAN_PRICES: readonly ListPrice[] = [
  monthly('vm/s-1vcpu-512mb-10gb', 4, SIZES),
  monthly('vm/s-1vcpu-1gb', 6, SIZES),
  monthly('vm/s-1vcpu-2gb', 12, SIZES),
  monthly('vm/s-2vcpu-2gb', 18, SIZES),
  monthly('vm/s-2vcpu-4gb', 24, SIZES),
  monthly('vm/s-4vcpu-8gb', 48, SIZES),
  monthly('vm/s-8vcpu-16gb', 96, SIZES),
  monthly('kubernetes/control-plane', 0, DOCUMENTED),
  monthly('kubernetes/control-plane-ha', 40, DOCUMENTED),
  monthly('database/db-s-1vcpu-1gb', 15.15, REMEMBERED),
  monthly('database/db-s-1vcpu-2gb', 30.45, REMEMBERED),
  monthly('database/db-s-2vcpu-4gb', 60.9, REMEMBERED),
  monthly('database/db-s-4vcpu-8gb', 122.1, REMEMBERED),
  monthly('cache/db-s-1vcpu-1gb', 15, REMEMBERED),
  monthly('cache/db-s-1vcpu-2gb', 30, REMEMBERED),
  monthly('cache/db-s-2vcpu-4gb', 60, REMEMBERED),
  monthly('cache/db-s-4vcpu-8gb', 120, REMEMBERED),
  monthly('load_balancer/regional-node', 12, REMEMBERED),
  monthly('object_storage/spaces', 5, REMEMBERED),
  { sku: 'disk/volume', region: 'global', unit: 'gb_month', usd: 0.1, ...REMEMBERED },
  { sku: 'object_storage/spaces-additional', region: 'global', unit: 'gb_month', usd: 0.02, ...REMEMBERED },
];
