import { priceDroplet } from './compute-vm.price';
import { DIGITALOCEAN_PRICES } from './digitalocean-prices';
import { priceCluster } from './managed-database.price';

describe('the bundled prices of DigitalOcean', () => {
  it('give one price per sku and unit, the same everywhere', () => {
    expect(new Set(DIGITALOCEAN_PRICES.map(({ sku, unit }) => `${sku} ${unit}`)).size).toBe(DIGITALOCEAN_PRICES.length);
    expect(new Set(DIGITALOCEAN_PRICES.map(({ region }) => region))).toEqual(new Set(['global']));
  });

  it('say which of them nobody checked', () => {
    const checked = DIGITALOCEAN_PRICES.filter(({ unverified }) => !unverified).map(({ sku }) => sku.split('/')[0]);
    expect(new Set(checked)).toEqual(new Set(['vm', 'kubernetes']));
  });

  it('bill a Droplet by its size, its backups as a fifth of it', () => {
    expect(priceDroplet({ size: 's-1vcpu-2gb', region: 'nyc3', backups: true })).toMatchObject({ components: [{ sku: 'vm/s-1vcpu-2gb', quantity: 1 }, { sku: 'vm/s-1vcpu-2gb', quantity: 0.2 }] });
    expect(priceDroplet({})).toEqual({ pricing: 'unknown' });
  });

  it('bill a database by its nodes, a cache by its own list', () => {
    const cluster = { size: 'db-s-1vcpu-2gb', node_count: 2, region: 'nyc3' };
    expect(priceCluster({ ...cluster, engine: 'pg' })).toMatchObject({ components: [{ sku: 'database/db-s-1vcpu-2gb', quantity: 2 }] });
    expect(priceCluster({ ...cluster, engine: 'valkey' })).toMatchObject({ components: [{ sku: 'cache/db-s-1vcpu-2gb', quantity: 2 }] });
    expect(priceCluster({})).toEqual({ pricing: 'unknown' });
  });
});
