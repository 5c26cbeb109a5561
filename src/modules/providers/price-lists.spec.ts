import { AWS_PRICE_LIST } from './aws/aws.price-list';
import { AZURE_PRICE_LIST } from './azure/azure.price-list';
import { DIGITALOCEAN_PRICE_LIST } from './digitalocean/digitalocean.price-list';
import type { PriceList, ReadPrice } from './domain/price-list';
import { GCP_PRICE_LIST } from './gcp/gcp.price-list';
import { HttpPriceApi, type HttpPriceApiOptions } from './pricing/http-price-api';
import { breaksOff, endsHalfway, fails, neverAnswers, PriceServer, says, type Answer } from './pricing/price-server.fake';

// Answers in the shapes that the four APIs are documented to have; the figures are list prices of the bundled catalogue.
const droplets = (slugs: Record<string, number>, next?: string) => ({ sizes: Object.entries(slugs).map(([slug, price_monthly]) => ({ slug, memory: 1024, vcpus: 1, price_monthly, price_hourly: price_monthly / 672, available: true })), links: { pages: next ? { next } : {} }, meta: { total: 3 } });
const azureItem = (change: object) => ({ currencyCode: 'USD', tierMinimumUnits: 0, retailPrice: 0.0416, unitPrice: 0.0416, armRegionName: 'eastus', location: 'US East', productName: 'Virtual Machines BS Series', skuName: 'B2s', armSkuName: 'Standard_B2s', meterName: 'B2s', serviceName: 'Virtual Machines', unitOfMeasure: '1 Hour', type: 'Consumption', ...change });
const gcpSku = (description: string, usd: number, change: object = {}) => ({
  name: 'services/6F81-5844-456A/skus/0000-0000-0000', description, category: { serviceDisplayName: 'Compute Engine', resourceFamily: 'Compute', resourceGroup: 'CPU', usageType: 'OnDemand' }, serviceRegions: ['us-central1', 'us-east1'],
  pricingInfo: [{ pricingExpression: { usageUnit: 'h', tieredRates: [{ startUsageAmount: 0, unitPrice: { currencyCode: 'USD', units: String(Math.trunc(usd)), nanos: Math.round((usd % 1) * 1e9) } }] } }], ...change,
});
const awsProduct = (sku: string, instanceType: string, change: object = {}) => ({ sku, productFamily: 'Compute Instance', attributes: { instanceType, operatingSystem: 'Linux', tenancy: 'Shared', preInstalledSw: 'NA', capacitystatus: 'Used', usagetype: `BoxUsage:${instanceType}`, ...change } });
const awsTerm = (sku: string, usd: string, currency = 'USD') => ({ [`${sku}.JRTCKXETXF`]: { offerTermCode: 'JRTCKXETXF', sku, priceDimensions: { [`${sku}.JRTCKXETXF.6YS6EN2CT7`]: { rateCode: 'r', unit: 'Hrs', beginRange: '0', endRange: 'Inf', pricePerUnit: { [currency]: usd } } } } });
const awsList = {
  formatVersion: 'v1.0', offerCode: 'AmazonEC2', publicationDate: '2026-07-20T00:00:00Z',
  products: { A: awsProduct('A', 't3.small'), B: awsProduct('B', 't3.small', { tenancy: 'Dedicated' }), C: awsProduct('C', 't3.small', { operatingSystem: 'Windows' }) },
  terms: { OnDemand: { A: awsTerm('A', '0.0208000000'), B: awsTerm('B', '9'), C: awsTerm('C', '8') }, Reserved: { A: awsTerm('A', '0.01') } },
};
const NOTHING = { products: {}, terms: { OnDemand: {} } };

describe('reading list prices', () => {
  let server: PriceServer | undefined;
  afterEach(async () => {
    await server?.close();
  });

  async function read(list: PriceList, answers: readonly Answer[], regions: readonly string[] = [], options: Partial<HttpPriceApiOptions> = {}): Promise<readonly ReadPrice[]> {
    server = await PriceServer.start(...answers);
    return list.read(new HttpPriceApi({ base: server.base, pauseMs: 1, timeoutMs: 2_000, ...options }), regions);
  }
  const usd = (sku: string, region: string, unit: ReadPrice['unit'], amount: number): ReadPrice => ({ sku, region, unit, amount, currency: 'USD' });

  it('of DigitalOcean: page by page, with the token', async () => {
    const prices = await read(DIGITALOCEAN_PRICE_LIST, [says(droplets({ 's-1vcpu-1gb': 6, 's-1vcpu-2gb': 12 }, '{base}/v2/sizes?page=2&per_page=200')), says(droplets({ 's-2vcpu-4gb': 24 }))], [], { key: { value: 'dop_test' } });
    expect(prices).toEqual([usd('vm/s-1vcpu-1gb', 'global', 'month', 6), usd('vm/s-1vcpu-2gb', 'global', 'month', 12), usd('vm/s-2vcpu-4gb', 'global', 'month', 24)]);
    expect(server?.asked).toEqual(['/v2/sizes?per_page=200', '/v2/sizes?page=2&per_page=200']);
    expect(server?.keys).toEqual(['Bearer dop_test', 'Bearer dop_test']);
  });

  it('of Google Cloud: a machine is its processors and its memory', async () => {
    const prices = await read(GCP_PRICE_LIST, [
      says({ skus: [gcpSku('E2 Instance Core running in Americas', 0.02181159), gcpSku('E2 Instance Core running in Americas', 0.006, { category: { resourceFamily: 'Compute', usageType: 'Preemptible' } })], nextPageToken: 'two' }),
      says({ skus: [gcpSku('E2 Instance Ram running in Americas', 0.00292353), gcpSku('Balanced PD Capacity', 0.1)], nextPageToken: '' }),
    ], ['us-central1'], { key: { value: 'AIza', parameter: 'key' } });
    expect(prices.find(({ sku }) => sku === 'vm/e2-medium')?.amount).toBeCloseTo(0.03350571, 10);
    expect(prices.find(({ sku }) => sku === 'vm/e2-standard-2')?.amount).toBeCloseTo(0.06701142, 10);
    expect(prices).toContainEqual(usd('disk/pd-balanced', 'us-central1', 'gb_month', 0.1));
    expect(prices.every(({ region }) => region === 'us-central1')).toBe(true);
    expect(server?.asked[1]).toContain('pageToken=two');
    expect(server?.asked[0]).toContain('key=AIza');
  });

  it('of Azure: page by page, without Windows and without what can be taken away', async () => {
    const machines = { Items: [azureItem({}), azureItem({ productName: 'Virtual Machines BS Series Windows', retailPrice: 0.06 }), azureItem({ skuName: 'B2s Spot', retailPrice: 0.01 })], NextPageLink: '{base}/api/retail/prices?$skip=100' };
    const disks = { Items: [azureItem({ productName: 'Premium SSD Managed Disks', skuName: 'P4 LRS', armSkuName: '', meterName: 'P4 LRS Disk', unitOfMeasure: '1/Month', retailPrice: 5.28 }), azureItem({ productName: 'Premium SSD Managed Disks', skuName: 'P4 LRS', armSkuName: '', meterName: 'P4 LRS Disk Mount', unitOfMeasure: '1/Month', retailPrice: 1 })], NextPageLink: null };
    const prices = await read(AZURE_PRICE_LIST, [says(machines), says({ Items: [azureItem({ skuName: 'B1s', armSkuName: 'Standard_B1s', retailPrice: 0.0104 })], NextPageLink: null }), says(disks)], ['eastus']);
    expect(prices).toEqual([usd('vm/Standard_B2s', 'eastus', 'hour', 0.0416), usd('vm/Standard_B1s', 'eastus', 'hour', 0.0104), usd('disk/premium-ssd-p4', 'eastus', 'month', 5.28)]);
    expect(server?.asked[0]).toContain("armRegionName eq 'eastus'");
  });

  it('of Amazon: in parts, plain Linux on demand only', async () => {
    const prices = await read(AWS_PRICE_LIST, [says(awsList), says(NOTHING)], ['us-east-1']);
    expect(prices).toEqual([usd('vm/t3.small', 'us-east-1', 'hour', 0.0208)]);
    expect(server?.asked).toContain('/offers/v1.0/aws/AmazonEC2/current/us-east-1/index.json');
    expect(server?.asked).toHaveLength(7);
  });

  it('of Amazon: a list far larger than an answer may be, in little memory', async () => {
    const products = Array.from({ length: 2_000 }, (_, index) => [`S${index}`, awsProduct(`S${index}`, `t3.size${index}`, { filler: 'x'.repeat(40_000) })]);
    const text = JSON.stringify({ ...awsList, products: { ...awsList.products, ...Object.fromEntries(products) as object } });
    expect(text.length).toBeGreaterThan(64 * 1024 * 1024);
    const prices = await read(AWS_PRICE_LIST, [(_request, response) => response.end(text), says(NOTHING)], ['us-east-1'], { timeoutMs: 6_000 });
    expect(prices).toEqual([usd('vm/t3.small', 'us-east-1', 'hour', 0.0208)]);
  });

  it('asks again after what passes: errors of the server, too many requests, answers that break off', async () => {
    const sizes = droplets({ 's-1vcpu-1gb': 6 });
    await expect(read(DIGITALOCEAN_PRICE_LIST, [fails(503), fails(429, { 'retry-after': '0' }), breaksOff(sizes), says(sizes)])).resolves.toHaveLength(1);
    expect(server?.asked).toHaveLength(4);
  });

  it.each<[string, PriceList, Answer, RegExp, number]>([
    ['fails for ever', DIGITALOCEAN_PRICE_LIST, fails(500), /it answers 500/, 4],
    ['knows no such key', DIGITALOCEAN_PRICE_LIST, fails(401), /it answers 401: check the key/, 1],
    ['answers in another shape', DIGITALOCEAN_PRICE_LIST, says({ sizes: [{ slug: 's', price_monthly: '6' }] }), /another shape/, 1],
    ['breaks off for ever', DIGITALOCEAN_PRICE_LIST, breaksOff(droplets({ a: 1 })), /terminated|closed|aborted/, 4],
    ['ends halfway, in good order', AWS_PRICE_LIST, endsHalfway(awsList), /ends halfway/, 4],
    ['says no JSON', AWS_PRICE_LIST, (_request, response) => response.end('<html>Sorry</html>'), /Unexpected/, 4],
    ['sends to another address for the next page', AZURE_PRICE_LIST, says({ Items: [], NextPageLink: 'http://169.254.169.254/latest' }), /sends to another address/, 1],
  ])('gives up on an API that %s, and says why', async (_, list, answer, why, times) => {
    await expect(read(list, [answer], ['us-east-1'])).rejects.toThrow(why);
    expect(server?.asked).toHaveLength(times);
  });

  it('does not wait for ever', async () => {
    await expect(read(DIGITALOCEAN_PRICE_LIST, [neverAnswers], [], { timeoutMs: 50 })).rejects.toThrow(/timeout/i);
  });
});
