import { QueryBus } from '@nestjs/cqrs';
import type { TestingModule } from '@nestjs/testing';
import { ParseResource, RenderConfiguration, type JsonObject } from '../../providers';
import { BundledPrices } from '../catalogue/bundled-prices.fake';
import { EstimateCost, type CostedChange } from './estimate-cost.query';

// Hand calculations. Source of every hourly and GB-month price: Cyclenerd/google-cloud-pricing-cost-calculator pricing.yml
// (generated from the Cloud Billing Catalog API), 2026-07-30; the public address: Infracost's compute_address example.
const E2_SMALL_BELGIUM = 0.018428865;
const E2_STANDARD_2_BELGIUM = 0.07371546;
const PD_BALANCED_BELGIUM = 0.1;
const STANDARD_STORAGE_BELGIUM = 0.02;
const PUBLIC_ADDRESS = 0.005;

describe('estimating the cost of a plan, with the real kinds and prices', () => {
  let app: TestingModule;
  let queries: QueryBus;

  beforeAll(async () => {
    app = await BundledPrices.start();
    queries = app.get(QueryBus);
  });
  afterAll(() => app.close());

  /** The values Terraform would plan: what we render, its references aside. */
  async function planned(kind: string, values: Record<string, string>, region = 'europe-west1'): Promise<Record<string, JsonObject>> {
    const parsed = await queries.execute(new ParseResource({ provider: 'gcp', kind, region, existing: [], values: { name: 'it', ...values } }));
    if (!parsed.ok) throw new Error(parsed.failure.message);
    const labels = { project: 'p', environment: 'dev', session: 's', deployment: 'd', owner: 'o' };
    const rendered = await queries.execute(new RenderConfiguration({ provider: 'gcp', region, resources: [parsed.value], labels }));
    if (!rendered.ok) throw new Error(rendered.failure.message);
    const { resource } = JSON.parse(rendered.value.mainTfJson) as { resource: Record<string, Record<string, JsonObject>> };
    return Object.fromEntries(Object.entries(resource).flatMap(([type, all]) => Object.entries(all).map(([name, body]) => [`${type}.${name}`, body])));
  }
  const created = (resources: Record<string, JsonObject>): CostedChange[] =>
    Object.entries(resources).map(([address, after]) => ({ address, type: address.split('.')[0] ?? '', actions: ['create'], before: null, after }));
  const estimate = (changes: readonly CostedChange[]) => queries.execute(new EstimateCost({ provider: 'gcp', region: 'europe-west1', changes }));

  it('a small machine in Belgium: its hours and 20 GB of disk', async () => {
    const cost = await estimate(created(await planned('compute_vm', { size: 'small' })));
    expect(cost.monthlyUsd).toBeCloseTo(E2_SMALL_BELGIUM * 730 + 20 * PD_BALANCED_BELGIUM, 8); // 13.45 + 2.00
    expect(cost.monthlyUsd).toBeCloseTo(15.45, 2);
    expect(cost).toMatchObject({ complete: true, oldestPriceDate: '2026-07-30', lines: [{ description: 'Machine (e2-small)' }, { description: 'Boot disk (20 GB pd-balanced)' }, { description: 'Traffic out (by use)' }] });
  });

  it('a public address adds 730 hours of it, marked as unverified', async () => {
    const cost = await estimate(created(await planned('compute_vm', { size: 'small', public_address: 'yes' })));
    expect(cost.monthlyUsd).toBeCloseTo(15.45 + PUBLIC_ADDRESS * 730, 2); // + 3.65
    expect(cost.lines).toContainEqual(expect.objectContaining({ description: 'Public address (in-use)', unverified: true, priceDate: '2024-07-01' }));
  });

  it('a change from small to large shows exactly the difference', async () => {
    const [before, after] = [await planned('compute_vm', { size: 'small' }), await planned('compute_vm', { size: 'large' })];
    const address = 'google_compute_instance.it';
    const cost = await estimate([{ address, type: 'google_compute_instance', actions: ['update'], before: before[address] ?? null, after: after[address] ?? null }]);
    expect(cost.differenceMonthlyUsd).toBeCloseTo((E2_STANDARD_2_BELGIUM - E2_SMALL_BELGIUM) * 730, 8);
    expect(cost.lines[0]?.description).toBe('Machine (e2-small → e2-standard-2)');
  });

  it('a destroy shows the negative of the creation', async () => {
    const resources = await planned('compute_vm', { size: 'small' });
    const made = await estimate(created(resources));
    const gone = await estimate(created(resources).map(({ after, ...change }) => ({ ...change, actions: ['delete'], before: after, after: null })));
    expect(gone.differenceMonthlyUsd).toBeCloseTo(-made.monthlyUsd, 10);
    expect(gone).toMatchObject({ monthlyUsd: 0, complete: true });
  });

  it('a bucket in Belgium: 100 GB assumed, and said', async () => {
    const cost = await estimate(created(await planned('storage_bucket', {})));
    expect(cost.monthlyUsd).toBeCloseTo(100 * STANDARD_STORAGE_BELGIUM, 10); // 2.00
    expect(cost.lines[0]?.assumption).toContain('100 GB');
  });

  it('a network costs nothing, and that is known', async () => {
    const cost = await estimate(created(await planned('vpc', { ssh: 'iap' })));
    expect(cost).toMatchObject({ monthlyUsd: 0, complete: true });
    expect(cost.lines).toHaveLength(3);
  });

  it('a region without a listed price is unknown, and so is a type nobody prices', async () => {
    const cost = await estimate([
      ...created(await planned('compute_vm', {}, 'us-west1')),
      { address: 'google_moon.it', type: 'google_moon', actions: ['create'], after: {} },
    ]);
    expect(cost).toMatchObject({ complete: false, monthlyUsd: 0 });
    expect(cost.lines.filter(({ monthlyUsd }) => monthlyUsd === null)).toHaveLength(3);
  });

  it('reads are not resources', async () => {
    await expect(estimate([{ address: 'data.google_moon.it', type: 'google_moon', actions: ['read'], after: {} }])).resolves.toMatchObject({ complete: true, lines: [] });
  });
});
