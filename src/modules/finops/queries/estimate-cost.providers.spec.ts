import { QueryBus } from '@nestjs/cqrs';
import type { TestingModule } from '@nestjs/testing';
import { ListExamples, ListKinds, ListProviders, RenderConfiguration, type Example, type JsonObject } from '../../providers';
import { BundledPrices } from '../catalogue/bundled-prices.fake';
import type { CostEstimate } from '../domain/cost-estimate';
import { EstimateCost, type CostedChange } from './estimate-cost.query';

/** A month, in hours. */
const H = 730;

// USD at list price in each provider's default region, with where the figure is from and when it was listed.
const GCP = {
  // Cloud Billing Catalog by way of Cyclenerd/google-cloud-pricing-cost-calculator, 2026-07-30, us-central1.
  e2Small: 0.016752855, e2Medium: 0.03350571, e2Standard2: 0.06701142, balancedGb: 0.1, ssdGb: 0.17, storageGb: 0.02, nearlineGb: 0.01,
  // Infracost's golden tests: sql_database_instance and redis_instance 2024-07-01, container_cluster 2026-07-01.
  g1Small: 0.035, vcpu: 0.0413, ramGb: 0.007, sqlGb: 0.17, basicM1: 35.77, standardM1: 46.72, management: 0.1,
  // As remembered, not checked.
  forwardingRule: 0.025,
};
const AWS = {
  // AWS Price List by way of aws/karpenter-provider-aws, 2026-07-20, us-east-1.
  t3Small: 0.0208, t3Medium: 0.0416, t3Large: 0.0832,
  // Infracost's golden tests: ebs_volume, s3_bucket, lb, nat_gateway, eip 2024-07-01; db_instance 2026-05-03; eks_cluster 2025-07-07.
  gp3Gb: 0.08, gp2Gb: 0.1, s3Gb: 0.023, alb: 0.0225, nat: 0.045, address: 0.005, t4gSmallPostgres: 0.032, rdsGb: 0.115, eks: 0.1,
  // As remembered, not checked.
  cacheT4gSmall: 0.0256, cacheT4gMedium: 0.052,
};
const AZURE = {
  // Azure Retail Prices by way of Azure/karpenter-provider-azure, 2026-06-18, eastus.
  b1ms: 0.0207, b2s: 0.0416, b2ms: 0.0832,
  // Infracost's golden tests: managed_disk, storage_account, redis_cache 2024-07-01; postgresql_flexible_server 2025-07-07; public_ip 2026-04-03.
  p4: 5.28, hotGb: 0.0208, premiumP1: 202.21, postgresB1ms: 0.017, postgresD2ds: 0.203, postgresGb: 0.115, address: 0.005,
  // As remembered, not checked.
  balancerRules: 0.025,
};
const DO = {
  // DigitalOcean's price change of 1 July 2022, the same in every region.
  s2gb: 12, s4gb: 24, s8gb: 48,
  // As remembered, not checked.
  volumeGb: 0.1, postgres2gb: 30.45, postgres4gb: 60.9, valkey2gb: 30, valkey4gb: 60, balancer: 12, spaces: 5,
};

interface Row {
  readonly monthlyUsd: number;
  /** Another value of some argument, and by how much a month gets dearer for it. Absent: nothing that can be asked for changes the price. */
  readonly larger?: { readonly args: JsonObject; readonly byUsd: number };
}
const free: Row = { monthlyUsd: 0 };
const row = (monthlyUsd: number, args?: JsonObject, byUsd = 0): Row => ({ monthlyUsd, ...(args && { larger: { args, byUsd } }) });

const gcpVm = GCP.e2Small * H + 20 * GCP.balancedGb;
const awsVm = AWS.t3Small * H + 20 * AWS.gp3Gb;
const awsNetwork = (AWS.nat + AWS.address) * H;
const azureVm = AZURE.b1ms * H + AZURE.p4;

const EXPECTED: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  gcp: {
    compute_vm: row(gcpVm, { size: 'large' }, (GCP.e2Standard2 - GCP.e2Small) * H),
    disk: row(gcpVm + 50 * GCP.balancedGb, { size_gb: 200 }, 150 * GCP.balancedGb),
    database: row(GCP.g1Small * H + 10 * GCP.sqlGb, { size: 'db-custom-2-7680', storage_gb: 50 }, (2 * GCP.vcpu + 7.5 * GCP.ramGb - GCP.g1Small) * H + 40 * GCP.sqlGb),
    cache: row(2 * GCP.basicM1, { high_availability: true }, 2 * (GCP.standardM1 - GCP.basicM1)),
    storage_bucket: row(100 * GCP.storageGb, { storage_class: 'nearline' }, 100 * (GCP.nearlineGb - GCP.storageGb)),
    kubernetes_cluster: row(GCP.management * H + 2 * GCP.e2Medium * H + 2 * 50 * GCP.balancedGb, { size: 'large' }, 2 * (GCP.e2Standard2 - GCP.e2Medium) * H),
    load_balancer: row(gcpVm + GCP.forwardingRule * H),
    vpc: free, subnet: free, firewall: free, dns_record: free, service_account: free,
  },
  aws: {
    compute_vm: row(awsVm, { size: 'large' }, (AWS.t3Large - AWS.t3Small) * H),
    disk: row(awsVm + 50 * AWS.gp3Gb, { size_gb: 200 }, 150 * AWS.gp3Gb),
    vpc: row(awsNetwork, { nat: false }, -awsNetwork),
    database: row(AWS.t4gSmallPostgres * H + 20 * AWS.rdsGb, { storage_gb: 100 }, 80 * AWS.rdsGb),
    cache: row(AWS.cacheT4gSmall * H, { size: 'medium' }, (AWS.cacheT4gMedium - AWS.cacheT4gSmall) * H),
    storage_bucket: row(100 * AWS.s3Gb),
    kubernetes_cluster: row(AWS.eks * H + 2 * AWS.t3Medium * H + 2 * 20 * AWS.gp2Gb + awsNetwork, { size: 'large' }, 2 * (AWS.t3Large - AWS.t3Medium) * H),
    load_balancer: row(awsVm + AWS.alb * H),
    subnet: free, firewall: free, dns_record: free, service_account: free,
  },
  azure: {
    compute_vm: row(azureVm, { size: 'large' }, (AZURE.b2ms - AZURE.b1ms) * H),
    disk: row(azureVm + AZURE.p4),
    database: row(AZURE.postgresB1ms * H + 32 * AZURE.postgresGb, { size: 'GP_Standard_D2ds_v5', storage_gb: '128' }, (AZURE.postgresD2ds - AZURE.postgresB1ms) * H + 96 * AZURE.postgresGb),
    // The price is of a pair; a further replica is half of one.
    cache: row(AZURE.premiumP1, { high_availability: true }, AZURE.premiumP1 / 2),
    storage_bucket: row(100 * AZURE.hotGb),
    // The control plane is free outside of production.
    kubernetes_cluster: row(2 * AZURE.b2s * H, { size: 'large' }, 2 * (AZURE.b2ms - AZURE.b2s) * H),
    load_balancer: row(azureVm + (AZURE.balancerRules + AZURE.address) * H),
    vpc: free, subnet: free, firewall: free, dns_record: free, service_account: free,
  },
  digitalocean: {
    compute_vm: row(DO.s2gb, { size: 'large' }, DO.s8gb - DO.s2gb),
    disk: row(DO.s2gb + 50 * DO.volumeGb, { size_gb: 200 }, 150 * DO.volumeGb),
    database: row(DO.postgres2gb, { size: 'medium' }, DO.postgres4gb - DO.postgres2gb),
    cache: row(DO.valkey2gb, { size: 'medium' }, DO.valkey4gb - DO.valkey2gb),
    storage_bucket: row(DO.spaces),
    load_balancer: row(DO.s2gb + DO.balancer),
    kubernetes_cluster: row(2 * DO.s4gb, { size: 'large' }, 2 * (DO.s8gb - DO.s4gb)),
    project: row(DO.s2gb),
    vpc: free, firewall: free, dns_record: free,
  },
};

const ROWS = Object.entries(EXPECTED).flatMap(([provider, kinds]) => Object.entries(kinds).map(([kind, expected]) => [provider, kind, expected] as const));

describe('what the kinds\' examples cost', () => {
  let app: TestingModule;
  let queries: QueryBus;

  beforeAll(async () => {
    app = await BundledPrices.start();
    queries = app.get(QueryBus);
  });
  afterAll(() => app.close());

  async function example(provider: string, kind: string): Promise<Example> {
    const found = (await queries.execute(new ListExamples(provider))).find(({ name }) => name === kind);
    if (!found) throw new Error('It has no example');
    return found;
  }

  /** What Terraform would plan: what we render, without what names another resource, which a plan does not know. */
  async function planned(provider: string, { region, resources }: Example): Promise<ReadonlyMap<string, JsonObject>> {
    const rendered = await queries.execute(new RenderConfiguration({ provider, region, resources, labels: { project: 'p', environment: 'dev', session: 's', deployment: 'd', owner: 'o' } }));
    if (!rendered.ok) throw new Error(rendered.failure.message);
    const located = rendered.value.mainTfJson.replaceAll('${azurerm_resource_group.deployment.location}', region);
    const { resource } = JSON.parse(located, (_key, value: unknown) => (typeof value === 'string' && /^\$\{[^}]+\}$/.test(value) ? undefined : value)) as { resource: Record<string, Record<string, JsonObject>> };
    return new Map(Object.entries(resource).flatMap(([type, all]) => Object.entries(all).map(([label, values]) => [`${type}.${label}`, values] as const)));
  }

  const NONE: ReadonlyMap<string, JsonObject> = new Map();
  function estimate(provider: string, region: string, before: ReadonlyMap<string, JsonObject>, after: ReadonlyMap<string, JsonObject>): Promise<CostEstimate> {
    const addresses = [...new Set([...before.keys(), ...after.keys()])];
    const changes = addresses.map((address): CostedChange => {
      const [was, is] = [before.get(address) ?? null, after.get(address) ?? null];
      return { address, type: address.split('.')[0] ?? '', actions: [was === null ? 'create' : is === null ? 'delete' : 'update'], before: was, after: is };
    });
    return queries.execute(new EstimateCost({ provider, region, changes }));
  }

  it('are calculated by hand below for every kind of every provider', async () => {
    const providers = await queries.execute(new ListProviders());
    const kinds = await Promise.all(providers.map(async ({ name }) => [name, (await queries.execute(new ListKinds(name))).map(({ kind }) => kind).sort()] as const));
    expect(Object.fromEntries(kinds)).toEqual(Object.fromEntries(Object.entries(EXPECTED).map(([provider, all]) => [provider, Object.keys(all).sort()])));
  });

  it.each(ROWS)('%s %s: as calculated by hand', async (provider, kind, { monthlyUsd }) => {
    const one = await example(provider, kind);
    const cost = await estimate(provider, one.region, NONE, await planned(provider, one));
    expect(cost.lines.filter((line) => line.monthlyUsd === null)).toEqual([]);
    expect(cost.monthlyUsd).toBeCloseTo(monthlyUsd, 6);
    expect(cost.differenceMonthlyUsd).toBeCloseTo(monthlyUsd, 6);
    // Whatever costs something says which price it is, from where and of when.
    for (const line of cost.lines.filter((one) => one.monthlyUsd !== null && one.monthlyUsd > 0)) {
      expect(line).toMatchObject({ billing: 'fixed', price: { usd: expect.any(Number) as number, region: expect.any(String) as string }, priceDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string, priceSource: expect.any(String) as string });
      expect(line.quantity * (line.price?.usd ?? 0) * (line.price?.unit === 'hour' ? H : 1)).toBeCloseTo(line.monthlyUsd ?? 0, 8);
    }
  });

  it.each(ROWS)('%s %s: a destroy is exactly the negative', async (provider, kind, { monthlyUsd }) => {
    const one = await example(provider, kind);
    const cost = await estimate(provider, one.region, await planned(provider, one), NONE);
    expect(cost).toMatchObject({ monthlyUsd: 0, complete: true });
    expect(cost.differenceMonthlyUsd).toBeCloseTo(-monthlyUsd, 6);
  });

  const changing = ROWS.flatMap(([provider, kind, { larger }]) => (larger ? [[provider, kind, larger.args, larger.byUsd] as const] : []));
  it.each(changing)('%s %s: changed to %j shows exactly the difference', async (provider, kind, args, byUsd) => {
    const one = await example(provider, kind);
    const larger = { ...one, resources: one.resources.map((resource) => (resource.kind === kind ? { ...resource, args: { ...resource.args, ...args } } : resource)) };
    const cost = await estimate(provider, one.region, await planned(provider, one), await planned(provider, larger));
    expect(cost.complete).toBe(true);
    expect(cost.differenceMonthlyUsd).toBeCloseTo(byUsd, 6);
    expect(cost.lines.filter((line) => line.monthlyUsd !== line.monthlyBeforeUsd).length).toBeGreaterThan(0);
  });
});
