import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCloudFolder } from '../../engine/cloud-folder';
import { SimulatedProvider } from '../../engine/simulated-provider';
import { conform } from '../../engine/conform';
import type { ObjectValue } from '../../engine/value';
import { google } from '.';

describe('the simulated Google Cloud', () => {
  let folder: string;
  let provider: SimulatedProvider;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'google-'));
    provider = await configured({});
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function configured(settings: ObjectValue, environment: Record<string, string> = { GOOGLE_PROJECT: 'demo', GOOGLE_REGION: 'us-central1' }): Promise<SimulatedProvider> {
    const one = new SimulatedProvider(google, openCloudFolder(folder), { SIM_DELAY_MS: '0', ...environment });
    await one.configure(settings);
    return one;
  }

  /** Plans and applies a configuration, as Terraform does: the object, or the error's words. */
  async function apply(type: string, config: ObjectValue, prior: ObjectValue | null = null): Promise<ObjectValue | string> {
    const whole = conform(provider.kind(type), config);
    const { planned } = await provider.plan(type, prior, { ...whole, id: prior?.id ?? null }, whole);
    const { state, error } = await provider.apply(type, prior, planned);
    return error?.summary ?? state ?? 'gone';
  }
  const network = (name: string, auto = false): Promise<unknown> => apply('google_compute_network', { name, auto_create_subnetworks: auto });
  const subnetwork = (name: string, range: string): Promise<ObjectValue | string> => apply('google_compute_subnetwork', { name, network: 'net', ip_cidr_range: range });
  const machine = (changes: ObjectValue = {}): ObjectValue => ({
    name: 'vm', machine_type: 'e2-small', zone: 'us-central1-a', boot_disk: [{ initialize_params: [{ image: 'debian-cloud/debian-12' }] }], network_interface: [{}], ...changes,
  });

  it('takes project, region and zone from the resource, the provider or the environment, in this order', async () => {
    expect(await apply('google_compute_address', { name: 'ip', region: 'us-east1', project: 'own' })).toMatchObject({ id: 'projects/own/regions/us-east1/addresses/ip' });
    expect(await apply('google_compute_address', { name: 'ip' })).toMatchObject({ id: 'projects/demo/regions/us-central1/addresses/ip' });
    provider = await configured({ project: 'set', region: 'europe-west1' });
    expect(await apply('google_compute_address', { name: 'ip' })).toMatchObject({ id: 'projects/set/regions/europe-west1/addresses/ip' });
    provider = await configured({}, {});
    await expect(apply('google_compute_address', { name: 'ip' })).rejects.toThrow('project: required field is not set');
  });

  it('gives each machine the next address of its subnetwork', async () => {
    await network('net');
    expect(await subnetwork('sub', '10.1.0.0/24')).toMatchObject({ gateway_address: '10.1.0.1' });
    const addresses: unknown[] = [];
    for (const name of ['a', 'b']) addresses.push(await apply('google_compute_instance', machine({ name, network_interface: [{ subnetwork: 'sub' }] })));
    expect(addresses).toMatchObject([{ network_interface: [{ network_ip: '10.1.0.2' }] }, { network_interface: [{ network_ip: '10.1.0.3' }] }]);
  });

  it('wants a subnetwork where the network has none by itself', async () => {
    await network('net');
    expect(await apply('google_compute_instance', machine({ network_interface: [{ network: 'net' }] }))).toContain('Network interface must specify a subnet');
    await network('auto', true);
    expect(await apply('google_compute_instance', machine({ network_interface: [{ network: 'auto' }] }))).toMatchObject({ current_status: 'RUNNING' });
    expect(await apply('google_compute_instance', machine({ name: 'other' }))).toMatchObject({
      network_interface: [{ network: 'https://www.googleapis.com/compute/v1/projects/demo/global/networks/default' }],
    });
  });

  it('refuses subnetworks that overlap', async () => {
    await network('net');
    await subnetwork('first', '10.1.0.0/16');
    expect(await subnetwork('second', '10.1.128.0/24')).toContain("Invalid IPCidrRange: 10.1.128.0/24 conflicts with existing subnetwork 'first' in region 'us-central1'.");
    expect(await subnetwork('third', '10.2.0.0/24')).toMatchObject({ name: 'third' });
  });

  it.each([
    ['e2-standard-4', true], ['n2-highmem-128', true], ['a2-highgpu-1g', true], ['e2-custom-4-8192', true], ['custom-2-4096', true],
    ['e2-standard-3', false], ['e2-ultra-2', false], ['z9-standard-2', false], ['e2-standard-4-big', false],
  ])('knows whether there is a machine type %s: %s', async (machineType, exists) => {
    const answer = await apply('google_compute_instance', machine({ machine_type: machineType }));
    expect(typeof answer === 'object').toBe(exists);
  });

  it.each([
    ['debian-cloud/debian-12', true], ['ubuntu-2404-lts-amd64', true], ['projects/own-project/global/images/golden', true],
    ['debian-cloud/windows-95', false], ['no-such-image', false],
  ])('knows whether there is an image %s: %s', async (image, exists) => {
    const answer = await apply('google_compute_instance', machine({ boot_disk: [{ initialize_params: [{ image }] }] }));
    expect(typeof answer === 'object' ? 'made' : answer).toContain(exists ? 'made' : 'Could not find image or family');
  });

  it('stops a machine for a change only where it may, and deletes none that is protected', async () => {
    const made = await apply('google_compute_instance', machine({ deletion_protection: true }));
    if (typeof made === 'string') throw new Error(made);
    expect(await apply('google_compute_instance', { ...made, machine_type: 'e2-medium' }, made)).toContain('please set allow_stopping_for_update = true');
    expect(await apply('google_compute_instance', { ...made, machine_type: 'e2-medium', allow_stopping_for_update: true }, made)).toMatchObject({ machine_type: 'e2-medium' });
    expect((await provider.apply('google_compute_instance', made, null)).error?.summary).toContain('Deletion Protection is enabled');
  });

  it('puts its own label on what it creates, unless it is told not to', async () => {
    expect(await apply('google_compute_address', { name: 'a', labels: { x: '1' } })).toMatchObject({ labels: { x: '1' }, terraform_labels: { x: '1', 'goog-terraform-provisioned': 'true' } });
    provider = await configured({ add_terraform_attribution_label: false, default_labels: { team: 'core', x: '0' } });
    expect(await apply('google_compute_address', { name: 'b', labels: { x: '1' } })).toMatchObject({ effective_labels: { x: '1', team: 'core' } });
  });

  it.each<[string, ObjectValue, string]>([
    ['google_compute_network', { name: 'Net' }, 'doesn\'t match regexp'],
    ['google_compute_network', { name: 'net', routing_mode: 'LOCAL' }, 'expected routing_mode to be one of ["REGIONAL" "GLOBAL"], got LOCAL'],
    ['google_compute_subnetwork', { name: 'sub', network: 'net', ip_cidr_range: '10.0.0.0/33' }, 'invalid CIDR address: 10.0.0.0/33'],
    ['google_storage_bucket', { name: 'My Bucket', location: 'EU' }, 'value can only contain lowercase letters'],
    ['google_storage_bucket', { name: 'google-logs', location: 'EU' }, 'cannot begin with "goog"'],
    ['google_compute_firewall', { name: 'fw', network: 'net', source_ranges: ['0.0.0.0/0'] }, 'one of `allow,deny` must be specified'],
    ['google_compute_firewall', { name: 'fw', network: 'net', allow: [{ protocol: 'tcp' }] }, 'one of source_tags, source_ranges, or source_service_accounts must be defined'],
    ['google_service_account', { account_id: 'a' }, 'doesn\'t match regexp'],
  ])('refuses a %s like %j', (type, config, words) => {
    expect(provider.validate(type, config).map((problem) => problem.words).join()).toContain(words);
  });

  it('refuses credentials that are none', () => {
    expect(provider.validateSettings({ credentials: 'nonsense' }).map(({ words }) => words).join()).toContain('JSON credentials are not valid');
    expect(provider.validateSettings({ credentials: '{"type":"service_account"}' })).toEqual([]);
  });

  it('refuses places that do not exist', async () => {
    expect(await apply('google_storage_bucket', { name: 'logs', location: 'atlantis' })).toContain('The specified location constraint is not valid');
    expect(await apply('google_compute_address', { name: 'ip', region: 'us-central9' })).toContain("Invalid value for field 'region': 'us-central9'. Unknown region.");
  });
});
