import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { CheckReferences, DescribeForm, DescribePrices, ListKinds, ListProviders, ProvidersModule, RenderConfiguration, type ConfigurationRequest, type ResourceRequest } from './index';

const main: ResourceRequest = { kind: 'vpc', name: 'main', args: { ranges: '10.0.0.0/20', ssh: 'none' } };
const web: ResourceRequest = { kind: 'compute_vm', name: 'web', args: { size: 'small', network: 'main' } };
const labels = { project: 'shop', environment: 'dev', session: 'ses_1', deployment: 'dep_1', owner: 'ann' };

describe('the providers, through the query bus', () => {
  let app: TestingModule;
  let queries: QueryBus;

  beforeAll(async () => {
    app = await Test.createTestingModule({ imports: [CqrsModule.forRoot(), ProvidersModule] }).compile();
    await app.init();
    queries = app.get(QueryBus);
  });
  afterAll(() => app.close());

  const render = (request: Partial<ConfigurationRequest>) =>
    queries.execute(new RenderConfiguration({ provider: 'gcp', region: 'europe-west1', resources: [main, web], labels, ...request }));

  it('lists providers with their regions, and their kinds', async () => {
    const gcp = (await queries.execute(new ListProviders())).find(({ name }) => name === 'gcp');
    expect(gcp).toMatchObject({ name: 'gcp', title: 'Google Cloud', defaultRegion: 'us-central1', regions: expect.arrayContaining([{ name: 'europe-west3', title: 'Frankfurt' }]) as unknown });
    expect((await queries.execute(new ListKinds('gcp'))).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['compute_vm', 'storage_bucket', 'vpc']));
    await expect(queries.execute(new ListKinds('moon'))).resolves.toEqual([]);
  });

  it('describes the form of a kind', async () => {
    const form = await queries.execute(new DescribeForm('gcp', 'compute_vm'));
    expect(form).toMatchObject({ ok: true, value: { kind: 'compute_vm', fields: [
      { name: 'name', required: true, maxLength: 63 },
      { name: 'size', type: 'text', required: false, defaultValue: 'small' },
      { name: 'network', type: 'reference', references: 'vpc', required: false },
      { name: 'public_address', type: 'flag', defaultValue: 'no' },
      { name: 'advanced', type: 'json', required: false, help: expect.stringContaining('disk_gb') as unknown },
    ] } });
    await expect(queries.execute(new DescribeForm('gcp', 'moon'))).resolves.toMatchObject({ ok: false, failure: { code: 'RESOURCE.UNKNOWN_KIND' } });
  });

  it('renders a machine in a network, with its labels and addresses', async () => {
    const rendered = await render({});
    if (!rendered.ok) throw new Error(rendered.failure.message);
    expect(JSON.parse(rendered.value.mainTfJson)).toMatchObject({
      provider: { google: { region: 'europe-west1' } },
      resource: { google_compute_instance: { web: { labels: { project: 'shop', owner: 'ann', 'managed-by': 'cloud-engine' }, network_interface: [{ subnetwork: '${google_compute_subnetwork.main_10-0-0-0-20.id}' }] } } },
      output: { compute_vm_web_private_address: { value: '${google_compute_instance.web.network_interface[0].network_ip}' } },
    });
  });

  it('refuses to render what no longer holds', async () => {
    await expect(render({ resources: [web] })).resolves.toMatchObject({ ok: false, failure: { code: 'RESOURCE.BROKEN_REFERENCE', field: 'network', message: expect.stringMatching(/“web”.*“main”/) as unknown } });
    await expect(render({ resources: [main, main] })).resolves.toMatchObject({ ok: false, failure: { code: 'RESOURCE.DUPLICATE_NAME' } });
    await expect(render({ resources: [{ ...web, args: { size: '${x}' } }] })).resolves.toMatchObject({ ok: false, failure: { code: 'RESOURCE.INVALID_ARGUMENT', message: expect.stringContaining('compute_vm “web”: Size') as unknown } });
    await expect(render({ resources: [{ ...main, name: 'a"}' }] })).resolves.toMatchObject({ ok: false, failure: { code: 'RESOURCE.INVALID_ARGUMENT', field: 'name' } });
    await expect(render({ region: 'mars' })).resolves.toMatchObject({ ok: false, failure: { code: 'PROVIDER.UNKNOWN_REGION' } });
    await expect(render({ resources: [{ ...web, args: { zone: 'us-central1-a' } }] })).resolves.toMatchObject({ ok: false, failure: { field: 'zone' } });
  });

  it('tells which references would dangle', async () => {
    await expect(queries.execute(new CheckReferences('gcp', [main, web]))).resolves.toMatchObject({ ok: true });
    await expect(queries.execute(new CheckReferences('gcp', [web]))).resolves.toMatchObject({ ok: false, failure: { code: 'RESOURCE.BROKEN_REFERENCE' } });
  });

  it('says how resources are billed, in the order asked', async () => {
    const values = { machine_type: 'e2-small', zone: 'europe-west1-b', boot_disk: [{ initialize_params: [{ size: 20, type: 'pd-balanced' }] }], network_interface: [{ access_config: [{}] }] };
    const prices = await queries.execute(new DescribePrices({ provider: 'gcp', region: 'europe-west1', resources: [
      { address: 'a', type: 'google_compute_network', values: {} },
      { address: 'b', type: 'google_compute_instance', values },
      { address: 'c', type: 'google_moon', values: {} },
    ] }));
    expect(prices).toMatchObject([
      { address: 'a', pricing: 'free' },
      { address: 'b', pricing: 'components', components: [
        { sku: 'vm/e2-small', region: 'europe-west1', quantity: 1, unit: 'hour' }, { sku: 'disk/pd-balanced', quantity: 20, unit: 'gb_month' },
        { sku: 'address/in-use', region: 'global', quantity: 1 }, { label: 'Traffic out', quantity: 0, assumption: expect.any(String) as unknown },
      ] },
      { address: 'c', pricing: 'unknown' },
    ]);
  });
});
