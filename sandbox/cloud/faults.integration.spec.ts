import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installSimulatedCloud, type InstalledCloud } from './install';
import { SimulatedCloud } from './simulated-cloud';
import { actions, Workspace } from './testing/real-terraform';

const BUCKET = { google_storage_bucket: { logs: { name: 'demo-logs-4711', location: 'EU' } } };

describe('faults of the simulated cloud', () => {
  let folder: string;
  let installed: InstalledCloud;
  let cloud: SimulatedCloud;
  let one: Workspace;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'simulated-faults-'));
    installed = await installSimulatedCloud({ dir: join(folder, 'cloud'), nodeBinary: process.execPath });
    cloud = new SimulatedCloud(installed.cloudDir);
    one = new Workspace(join(folder, 'workspace'), installed);
    one.write(BUCKET);
    await one.run(['init']);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('fail as often as they say, whatever process meets them', async () => {
    cloud.setFaults([{ type: 'google_storage_bucket', action: 'create', error: 'googleapi: Error 403: Quota exceeded', detail: 'Ask for more.', times: 2 }]);
    for (let attempt = 0; attempt < 2; attempt++) expect((await one.apply()).errors).toContain('Error 403: Quota exceeded Ask for more.');
    expect(cloud.creations()).toBe(0);
    expect((await one.apply()).errors).toBe('');
    expect(cloud.creations('demo-logs-4711')).toBe(1);
  });

  it('may strike a plan', async () => {
    cloud.setFaults([{ action: 'plan', name: 'demo-logs-4711', error: 'backend error' }]);
    const plan = await one.plan();
    expect([plan.code, plan.errors.trim()]).toEqual([1, 'backend error']);
  });

  it('may leave half-made things behind, which Terraform then replaces', async () => {
    cloud.setFaults([{ action: 'create', error: 'it came up sick', partial: true, times: 1 }]);
    expect((await one.apply()).errors).toContain('it came up sick');
    expect(cloud.list()).toHaveLength(1);
    expect(actions(await one.plan(), 'planned_change')).toEqual({ 'google_storage_bucket.logs': 'replace' });
  });

  it('may crash the provider after the deed: the object is there, and no state knows it', async () => {
    cloud.setFaults([{ action: 'create', partial: true, crash: true, times: 1 }]);
    expect((await one.apply()).code).toBe(1);
    expect(cloud.creations()).toBe(1);
    expect((await one.run(['state', 'list'])).output.trim()).toBe('');
    expect((await one.apply()).errors).toContain('Error 409');
  });

  it('may hang until somebody interrupts Terraform', async () => {
    cloud.setFaults([{ action: 'create', hang: true, times: 1 }]);
    const run = await one.run(['apply', '-auto-approve', '-json'], (line, terraform) => {
      if (line.includes('"type":"apply_start"')) terraform.kill('SIGINT');
    });
    expect([run.code, run.errors]).toEqual([1, expect.stringContaining('operation was canceled')]);
    expect(cloud.creations()).toBe(0);
    expect((await one.apply()).errors).toBe('');
  });
});
