import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSimulatedProfile } from '../../sandbox/cloud/credentials-profile';
import { installSimulatedCloud } from '../../sandbox/cloud/install';
import { SimulatedCloud } from '../../sandbox/cloud/simulated-cloud';
import { CancelRun, GetRun, type RunLine } from '../../src/modules/terraform';
import { newId, type RunId } from '../../src/shared';
import { eventually } from '../support/eventually';
import { configurationOf, TerraformWorkbench, wrapTerraform } from '../support/terraform-workbench';

const MB = 1024 * 1024;

describe('Terraform that misbehaves', () => {
  let workbench: TerraformWorkbench;
  let runId: RunId;

  beforeEach(() => {
    runId = newId<RunId>('run');
  });

  afterEach(() => workbench.close());

  const wrapped = async (script: string): Promise<void> => {
    workbench = await TerraformWorkbench.start({ TERRAFORM_BIN: await wrapTerraform(script) });
  };
  const texts = async (): Promise<string[]> => (await workbench.lines(runId)).map(({ text }: RunLine) => text);

  it('is told in words where it shows a plan that is none, with its first words as evidence', async () => {
    await wrapped(`if [ "$1" = show ]; then echo 'surprise, no plan'; exit 0; fi`);
    expect(await workbench.execute(workbench.planning(configurationOf({ one: {} }), { runId }))).toMatchObject({
      ok: false, failure: { code: 'TERRAFORM.PLAN_FAILED', message: expect.stringContaining('showed something that is not one') as string },
    });
    expect(await texts()).toContain('surprise, no plan');
    expect(await workbench.ask(new GetRun(runId))).toMatchObject({ state: 'ended', outcome: 'failed' });
  });

  it.each([
    ['a line of 5 MB', `head -c 5242880 /dev/zero | tr '\\0' 'x'; echo`, 1],
    ['a megabyte of bytes that are no text', 'head -c 1048576 /dev/urandom; echo', 100],
    ['5,000 lines that are no JSON', `yes 'not { json' | head -n 5000`, 5_000],
  ])('prints %s into a plan: every line is there, and the memory stays', async (_, noise, lines) => {
    await wrapped(`if [ "$1" = plan ] && [ -e "$HOME/noisy" ]; then ${noise}; fi`);
    // What a plan takes anyway is no part of it.
    await workbench.plan(configurationOf({ one: {} }));
    await writeFile(join(workbench.dataDir, 'terraform', 'home', 'noisy'), '');
    const before = process.memoryUsage().rss;
    expect(await workbench.execute(workbench.planning(configurationOf({ one: {} }), { runId }))).toMatchObject({ ok: true });
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * MB);
    expect((await workbench.ask(new GetRun(runId)))?.lineCount).toBeGreaterThan(lines);
  });
});

describe('a provider that misbehaves', () => {
  let workbench: TerraformWorkbench;
  let cloud: SimulatedCloud;
  let runId: RunId;

  const BUCKET = JSON.stringify({
    terraform: { required_providers: { google: { source: 'hashicorp/google', version: '~> 7.0' } } },
    resource: { google_storage_bucket: { logs: { name: 'demo-logs-4711', location: 'EU' } } },
  });

  beforeEach(async () => {
    workbench = await TerraformWorkbench.start(async (folder) => {
      const installed = await installSimulatedCloud({ dir: join(folder, 'cloud'), nodeBinary: process.execPath });
      await writeSimulatedProfile(join(folder, 'credentials'), installed, { SIM_DELAY_MS: '0' });
      cloud = new SimulatedCloud(installed.cloudDir);
      return { TERRAFORM_CLI_CONFIG: installed.cliConfigFile, DISCORD_API_URL: 'http://127.0.0.1:1/api' };
    });
    runId = newId<RunId>('run');
  });

  afterEach(() => workbench.close());

  it('panics in a plan: a failure in words, and another plan goes well', async () => {
    cloud.setFaults([{ action: 'plan', crash: true, times: 1 }]);
    expect(await workbench.execute(workbench.planning(BUCKET, { runId }))).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.PLAN_FAILED', message: expect.stringMatching(/\w/) as string } });
    expect((await workbench.plan(BUCKET)).counts).toMatchObject({ add: 1 });
  });

  it('panics in an apply, after the deed: interrupted, with nothing left in clear, and Reconcile names what may exist', async () => {
    const plan = await workbench.plan(BUCKET);
    cloud.setFaults([{ action: 'create', partial: true, crash: true, times: 1 }]);
    expect(await workbench.apply(plan, runId)).toMatchObject({ outcome: 'interrupted', error: expect.stringMatching(/\w/) as string });
    expect(cloud.creations()).toBe(1);
    expect(existsSync(join(workbench.runDirectory(runId), 'output.jsonl'))).toBe(false);
    const reconciliation = await workbench.plan(BUCKET, { as: 'reconcile' });
    expect(reconciliation).toMatchObject({ counts: { add: 0, change: 0, destroy: 0 }, orphans: [{ address: 'google_storage_bucket.logs', reason: 'failed' }], settles: true });
    expect(await workbench.apply(reconciliation)).toMatchObject({ outcome: 'succeeded' });
    expect((await workbench.plan(BUCKET, { as: 'reconcile' })).orphans).toEqual([]);
  });

  it('hangs in a plan, and is ended with it when that is cancelled', async () => {
    cloud.setFaults([{ action: 'plan', hang: true }]);
    const planning = workbench.execute(workbench.planning(BUCKET, { runId }));
    await eventually(async () => (await workbench.ask(new GetRun(runId)))?.state === 'running', 'the plan');
    await workbench.execute(new CancelRun(runId));
    expect(await planning).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.PLAN_CANCELLED' } });
  });

  it('hangs in an apply, and ends in order when that is cancelled', async () => {
    const plan = await workbench.plan(BUCKET);
    cloud.setFaults([{ action: 'create', hang: true }]);
    const applying = workbench.apply(plan, runId);
    await eventually(async () => (await workbench.lines(runId)).some(({ text }) => text.includes('Creating...')), 'the apply');
    await workbench.execute(new CancelRun(runId));
    expect(await applying).toMatchObject({ outcome: 'cancelled', resourcesInState: 0 });
    expect(cloud.creations()).toBe(0);
  });

  it('made something that its state lost: it is imported, and nothing about it is changed', async () => {
    const plan = await workbench.plan(BUCKET);
    expect(await workbench.apply(plan, runId)).toMatchObject({ outcome: 'succeeded' });
    await workbench.asOwner('DELETE FROM state_version');
    await workbench.dataSource.query(`UPDATE run SET outcome = 'interrupted' WHERE id = $1`, [runId]);
    const reconciliation = await workbench.plan(BUCKET, { as: 'reconcile' });
    expect(reconciliation).toMatchObject({ counts: { add: 0, change: 0, destroy: 0, import: 1 }, changes: [{ address: 'google_storage_bucket.logs', actions: ['import'] }], orphans: [], settles: true });
    expect(await workbench.apply(reconciliation)).toMatchObject({ outcome: 'succeeded', resourcesInState: 1 });
    expect((await workbench.plan(BUCKET)).counts).toEqual({ add: 0, change: 0, destroy: 0 });
  });

  it('lost something behind its state: that is told, and what is gone from the journal too is named', async () => {
    const plan = await workbench.plan(BUCKET);
    await workbench.apply(plan, runId);
    await workbench.dataSource.query(`UPDATE run SET outcome = 'interrupted' WHERE id = $1`, [runId]);
    cloud.remove('google_storage_bucket', cloud.list('google_storage_bucket')[0]!.id);
    const gone = await workbench.plan(BUCKET, { as: 'reconcile' });
    expect(gone).toMatchObject({ counts: { add: 0, destroy: 0, refresh: 1 }, changes: [{ address: 'google_storage_bucket.logs', actions: ['forget'] }], settles: true });
    await workbench.asOwner('DELETE FROM state_version');
    const nowhere = await workbench.plan(BUCKET, { as: 'reconcile' });
    expect(nowhere).toMatchObject({ counts: { add: 0, change: 0, destroy: 0 }, orphans: [{ address: 'google_storage_bucket.logs', id: 'demo-logs-4711', reason: 'refused' }] });
  });
});
