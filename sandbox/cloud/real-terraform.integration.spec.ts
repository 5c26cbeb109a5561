import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installSimulatedCloud, type InstalledCloud } from './install';
import { SimulatedCloud } from './simulated-cloud';
import { actions, Workspace } from './testing/real-terraform';
import { ONE_OF_EACH, sampleResources } from './testing/sample-configuration';

const NETWORK = 'projects/demo-project/global/networks/main-network';
const MACHINE = 'projects/demo-project/zones/europe-west1-b/instances/web-1';

describe('the real Terraform on the simulated cloud', () => {
  let folder: string;
  let installed: InstalledCloud;
  let cloud: SimulatedCloud;
  let workspaces = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'simulated-cloud-'));
    installed = await installSimulatedCloud({ dir: join(folder, 'cloud'), nodeBinary: process.execPath });
    cloud = new SimulatedCloud(installed.cloudDir);
  });
  beforeEach(() => cloud.clear());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function workspace(resources: Record<string, unknown>, provider: Record<string, unknown> = {}): Promise<Workspace> {
    workspaces += 1;
    const one = new Workspace(join(folder, `workspace-${workspaces}`), installed);
    one.write(resources, provider);
    expect((await one.run(['init'])).output).toContain('successfully initialized');
    return one;
  }

  it('validates, plans, applies, and then finds nothing to change', async () => {
    const one = await workspace(sampleResources(), { default_labels: { owner: 'platform' } });
    expect((await one.run(['validate', '-json'])).code).toBe(0);
    const plan = await one.plan('-out=plan');
    expect(plan.code).toBe(2);
    expect(Object.values(actions(plan, 'planned_change'))).toEqual(['create', 'create', 'create']);

    const apply = await one.run(['apply', '-json', 'plan']);
    expect(apply.errors).toBe('');
    expect(apply.events.find(({ type }) => type === 'change_summary')?.['@message']).toBe('Apply complete! Resources: 3 added, 0 changed, 0 destroyed.');
    expect(cloud.creations()).toBe(3);
    expect((await one.plan()).code).toBe(0);

    const [machine] = cloud.list('google_compute_instance');
    expect(machine).toMatchObject({
      id: MACHINE,
      name: 'web-1',
      values: {
        self_link: `https://www.googleapis.com/compute/v1/${MACHINE}`,
        labels: { team: 'web' },
        effective_labels: { team: 'web', owner: 'platform', 'goog-terraform-provisioned': 'true' },
        network_interface: [{ network: `https://www.googleapis.com/compute/v1/${NETWORK}`, network_ip: '10.128.0.2', access_config: [{ network_tier: 'PREMIUM' }] }],
      },
    });
    expect(machine?.values.instance_id).toMatch(/^\d{19}$/);
  });

  it('knows every kind: it is made, planned again without a change, and destroyed', async () => {
    const one = await workspace(ONE_OF_EACH);
    expect((await one.apply()).errors).toBe('');
    const again = await one.plan();
    expect([again.code, actions(again, 'planned_change'), actions(again, 'resource_drift')]).toEqual([0, {}, {}]);
    expect(cloud.creations()).toBe(10);
    expect((await one.run(['destroy', '-auto-approve', '-json'])).errors).toBe('');
    expect(cloud.list()).toEqual([]);
  });

  it('changes in place what can be changed, and replaces what cannot', async () => {
    const one = await workspace(sampleResources());
    await one.apply();
    one.write(sampleResources({ machine: { labels: { team: 'core' } } }));
    expect(actions(await one.plan(), 'planned_change')).toEqual({ 'google_compute_instance.web': 'update' });
    await one.apply();
    expect(cloud.creations('web-1')).toBe(1);

    one.write(sampleResources({ zone: 'europe-west1-c' }));
    expect(actions(await one.plan(), 'planned_change')).toEqual({ 'google_compute_instance.web': 'replace' });
    expect((await one.apply()).errors).toBe('');
    expect(cloud.creations('web-1')).toBe(2);
    expect(cloud.list('google_compute_instance').map(({ id }) => id)).toEqual([MACHINE.replace('-b/', '-c/')]);
    expect((await one.plan()).code).toBe(0);
  });

  it('notices what vanished, and makes it again', async () => {
    const one = await workspace(sampleResources());
    await one.apply();
    cloud.remove('google_storage_bucket', 'demo-logs-4711');
    const plan = await one.plan();
    expect(plan.code).toBe(2);
    expect(actions(plan, 'resource_drift')).toEqual({ 'google_storage_bucket.logs': 'delete' });
    await one.apply();
    expect(cloud.creations('demo-logs-4711')).toBe(2);
  });

  it('adopts what is there already', async () => {
    const one = await workspace(sampleResources());
    await one.apply();
    await one.run(['state', 'rm', 'google_compute_network.main', 'google_compute_instance.web']);
    expect((await one.run(['import', 'google_compute_network.main', 'main-network'])).code).toBe(0);
    expect((await one.run(['import', 'google_compute_instance.web', MACHINE])).code).toBe(0);
    expect((await one.plan()).code).toBe(0);
    expect((await one.run(['import', '-no-color', 'google_storage_bucket.other', 'no-such-bucket'])).code).toBe(1);
  });

  it('destroys everything', async () => {
    const one = await workspace(sampleResources());
    await one.apply();
    expect((await one.run(['destroy', '-auto-approve', '-json'])).errors).toBe('');
    expect(cloud.list()).toEqual([]);
    expect(cloud.journal().filter(({ action }) => action === 'delete').map(({ name }) => name)).toContain('web-1');
  });

  it('refuses, in the words of the cloud, what the cloud would refuse', async () => {
    const first = await workspace(sampleResources());
    await first.apply();
    const second = await workspace(sampleResources());
    const twice = await second.apply();
    expect(twice.errors).toContain(`Error creating Network: googleapi: Error 409: The resource '${NETWORK}' already exists, alreadyExists`);
    expect(twice.errors).toContain('Error 409: The requested bucket name is not available');

    await first.run(['state', 'rm', 'google_compute_instance.web']);
    expect((await first.run(['destroy', '-auto-approve', '-json'])).errors).toContain(
      `Error deleting Network: googleapi: Error 400: The resource '${NETWORK}' is already being used by '${MACHINE}'`,
    );
  });

  it('refuses names, machine types, zones and networks that cannot be', async () => {
    const one = await workspace(sampleResources({ machine: { name: 'Web_1' } }));
    expect((await one.run(['plan', '-json'])).errors).toContain('"name" ("Web_1") doesn\'t match regexp');

    const wrong: [Record<string, unknown>, string][] = [
      [{ machine_type: 'e2-gigantic' }, 'zones/europe-west1-b/machineTypes/e2-gigantic'],
      [{ zone: 'mars-north1-a' }, "Invalid value for field 'zone': 'mars-north1-a'. Unknown zone."],
      [{ network_interface: { network: 'nowhere' } }, "Error 404: The resource 'projects/demo-project/global/networks/nowhere' was not found"],
    ];
    for (const [machine, words] of wrong) {
      one.write(sampleResources({ machine }));
      expect((await one.apply()).errors).toContain(words);
    }
    expect(cloud.creations('web-1')).toBe(0);
  });

  it('does not load without the key of the sandbox', async () => {
    const one = await workspace(sampleResources());
    for (const wrong of ['', 'guessed']) {
      const outside = new Workspace(one.folder, installed, { CLOUD_ENGINE_SANDBOX: wrong });
      const run = await outside.run(['plan', '-no-color']);
      expect(run.code).toBe(1);
      expect(run.output.replace(/\s+/g, ' ')).toContain("This is Cloud Engine's simulated cloud. It refuses to load outside the sandbox.");
    }
    expect(cloud.list()).toEqual([]);
  });
});
