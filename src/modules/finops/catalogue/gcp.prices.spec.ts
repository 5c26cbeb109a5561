import { GCP_PRICES } from './gcp.prices';
import { bundledPrice } from './price-catalogue';

describe('the bundled prices', () => {
  it('give each figure a date and a source, and one price per sku, region and unit', () => {
    for (const { usd, date, source } of GCP_PRICES) {
      expect(usd).toBeGreaterThan(0);
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source).not.toBe('');
    }
    expect(new Set(GCP_PRICES.map(({ sku, region, unit }) => `${sku} ${region} ${unit}`)).size).toBe(GCP_PRICES.length);
  });

  it('know no price where none is listed, whatever other regions cost', () => {
    expect(bundledPrice('gcp', 'vm/e2-small', 'us-central1', 'hour')?.usd).toBe(0.016752855);
    expect(bundledPrice('gcp', 'vm/e2-small', 'us-west1', 'hour')).toBeUndefined();
    expect(bundledPrice('gcp', 'object_storage/standard', 'us-east1', 'gb_month')).toBeUndefined();
    expect(bundledPrice('aws', 'vm/e2-small', 'us-central1', 'hour')).toBeUndefined();
  });
});
