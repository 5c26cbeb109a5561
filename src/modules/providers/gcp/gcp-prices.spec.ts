import { GCP_PRICES } from './gcp-prices';

describe('the bundled prices of Google Cloud', () => {
  it('give one price per sku, region and unit', () => {
    expect(new Set(GCP_PRICES.map(({ sku, region, unit }) => `${sku} ${region} ${unit}`)).size).toBe(GCP_PRICES.length);
  });

  it('stand where they were listed only', () => {
    expect(GCP_PRICES.find(({ sku, region }) => sku === 'vm/e2-small' && region === 'us-central1')?.usd).toBe(0.016752855);
    expect(GCP_PRICES.some(({ region }) => region === 'us-west1')).toBe(false);
  });
});
