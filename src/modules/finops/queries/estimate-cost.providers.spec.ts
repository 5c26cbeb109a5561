import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { ListExamples, ProvidersModule, RenderConfiguration, type JsonObject } from '../../providers';
import { BundledPrices } from '../catalogue/bundled-prices.fake';
import { EstimateCostHandler } from './estimate-cost.handler';
import { EstimateCost, type CostedChange } from './estimate-cost.query';

const HOURS = 730;

// Hand calculations in each provider's default region. Prices by the hour, GB and month are those of the providers' own
// price files, where each has its date and source.
const EXPECTED: readonly (readonly [provider: string, kind: string, monthlyUsd: number])[] = [
  ['gcp', 'compute_vm', 0.016752855 * HOURS + 20 * 0.1],
  ['gcp', 'disk', 0.016752855 * HOURS + 20 * 0.1 + 50 * 0.1],
  ['gcp', 'database', 0.035 * HOURS + 10 * 0.17],
  ['gcp', 'cache', 2 * 35.77],
  ['gcp', 'storage_bucket', 100 * 0.02],
  ['gcp', 'kubernetes_cluster', 0.1 * HOURS + 2 * 0.03350571 * HOURS + 2 * 50 * 0.1],
  ['aws', 'compute_vm', 0.0208 * HOURS + 20 * 0.08],
  ['aws', 'disk', 0.0208 * HOURS + 20 * 0.08 + 50 * 0.08],
  ['aws', 'vpc', 0.045 * HOURS + 0.005 * HOURS],
  ['aws', 'database', 0.032 * HOURS + 20 * 0.115],
  ['aws', 'cache', 0.0256 * HOURS],
  ['aws', 'storage_bucket', 100 * 0.023],
  ['aws', 'kubernetes_cluster', 0.1 * HOURS + 2 * 0.0416 * HOURS + 2 * 20 * 0.1 + (0.045 + 0.005) * HOURS],
  ['azure', 'compute_vm', 0.0207 * HOURS + 5.28],
  ['azure', 'disk', 0.0207 * HOURS + 5.28 + 5.28],
  ['azure', 'database', 0.017 * HOURS + 32 * 0.115],
  ['azure', 'cache', 202.21],
  ['azure', 'storage_bucket', 100 * 0.0208],
  ['azure', 'kubernetes_cluster', 0 + 2 * 0.0416 * HOURS],
  ['digitalocean', 'compute_vm', 12],
  ['digitalocean', 'disk', 12 + 50 * 0.1],
  ['digitalocean', 'database', 30.45],
  ['digitalocean', 'cache', 30],
  ['digitalocean', 'storage_bucket', 5],
  ['digitalocean', 'load_balancer', 12 + 12],
  ['digitalocean', 'kubernetes_cluster', 2 * 24],
];

describe('what the kinds\' examples cost', () => {
  let app: TestingModule;
  let queries: QueryBus;

  beforeAll(async () => {
    app = await Test.createTestingModule({ imports: [CqrsModule.forRoot(), ProvidersModule], providers: [EstimateCostHandler, BundledPrices.asCatalogue] }).compile();
    await app.init();
    queries = app.get(QueryBus);
  });
  afterAll(() => app.close());

  it.each(EXPECTED)('%s %s', async (provider, kind, monthlyUsd) => {
    const example = (await queries.execute(new ListExamples(provider))).find(({ name }) => name === kind);
    if (!example) throw new Error('It has no example');
    const { region, resources } = example;
    const rendered = await queries.execute(new RenderConfiguration({ provider, region, resources, labels: { project: 'p', environment: 'dev', session: 's', deployment: 'd', owner: 'o' } }));
    if (!rendered.ok) throw new Error(rendered.failure.message);
    // What names another resource is unknown in a plan, but for where the resource group is.
    const located = rendered.value.mainTfJson.replaceAll('${azurerm_resource_group.deployment.location}', region);
    const planned = JSON.parse(located, (_key, value: unknown) => (typeof value === 'string' && /^\$\{[^}]+\}$/.test(value) ? undefined : value)) as { resource: Record<string, Record<string, JsonObject>> };
    const changes = Object.entries(planned.resource).flatMap(([type, all]) => Object.entries(all).map(([label, after]): CostedChange => ({ address: `${type}.${label}`, type, actions: ['create'], before: null, after })));
    const cost = await queries.execute(new EstimateCost({ provider, region, changes }));
    expect(cost.lines.filter((line) => line.monthlyUsd === null)).toEqual([]);
    expect(cost.monthlyUsd).toBeCloseTo(monthlyUsd, 6);
  });
});
