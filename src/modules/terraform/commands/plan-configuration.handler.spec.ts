import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../../../../test/support/eventually';
import { configurationOf, TerraformWorkbench, wrapTerraform } from '../../../../test/support/terraform-workbench';
import { newId, type RunId } from '../../../shared';
import { GetRun } from '../queries/get-run.query';
import { CancelRun } from './cancel-run.command';

const SECRET = 'correct horse battery staple';

describe('planning a configuration', () => {
  let workbench: TerraformWorkbench;

  beforeEach(async () => {
    workbench = await TerraformWorkbench.start();
  });

  afterEach(() => workbench.close());

  it('tells what it will do, and what it is bound to', async () => {
    const plan = await workbench.plan(configurationOf({ one: {}, two: {} }));
    expect(plan.counts).toEqual({ add: 2, change: 0, destroy: 0 });
    expect(plan.changes).toEqual([
      { address: 'terraform_data.one', type: 'terraform_data', name: 'one', actions: ['create'], replace: false },
      { address: 'terraform_data.two', type: 'terraform_data', name: 'two', actions: ['create'], replace: false },
    ]);
    expect(plan.resources[0]).toMatchObject({ before: null, after: { input: 'one' }, afterUnknown: { id: true } });
    expect(plan).toMatchObject({ stateSerial: null, stateLineage: null, tool: 'terraform', lockDigest: createHash('sha256').digest('hex') });
    expect(plan.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(plan.version).toMatch(/^1\.\d+\.\d+/);
  });

  it('plans from the newest state: what stays as it is has no change, but is there to be priced', async () => {
    await workbench.apply(await workbench.plan(configurationOf({ stays: {}, changes: {}, goes: {} })));
    const plan = await workbench.plan(configurationOf({ stays: {}, changes: { input: 'new' }, comes: {} }));
    expect(plan.counts).toEqual({ add: 1, change: 1, destroy: 1 });
    expect(plan.changes.map((change) => change.address).sort()).toEqual(['terraform_data.changes', 'terraform_data.comes', 'terraform_data.goes']);
    expect(plan.resources.find((resource) => resource.address === 'terraform_data.stays')).toMatchObject({ actions: ['no-op'], before: { input: 'stays' }, after: { input: 'stays' } });
    expect(plan.stateSerial).toBeGreaterThan(0);
  });

  it('plans the end of everything', async () => {
    const configuration = configurationOf({ one: {}, two: {} });
    await workbench.apply(await workbench.plan(configuration));
    const plan = await workbench.plan(configuration, { as: 'destroy' });
    expect(plan.counts).toEqual({ add: 0, change: 0, destroy: 2 });
    expect(plan.resources[0]).toMatchObject({ after: null, before: { input: 'one' } });
  });

  it('counts a replacement as one to add and one to destroy', async () => {
    const replacing = (version: string): string => configurationOf({}, { resource: { terraform_data: { one: { triggers_replace: version } } } });
    await workbench.apply(await workbench.plan(replacing('a')));
    const plan = await workbench.plan(replacing('b'));
    expect(plan.counts).toEqual({ add: 1, change: 0, destroy: 1, replace: 1 });
    expect(plan.changes).toMatchObject([{ replace: true }]);
  });

  it('masks sensitive values, and the same values where nobody marked them', async () => {
    const plan = await workbench.plan(configurationOf({ marked: { input: '${var.password}' }, spelled: { input: `echo ${SECRET}` } }, { variable: { password: { type: 'string', default: SECRET, sensitive: true } } }));
    expect(plan.resources.map((resource) => resource.after?.['input'])).toEqual(['(redacted)', 'echo (redacted)']);
    expect(JSON.stringify(plan)).not.toContain(SECRET);
  });

  it('records a run with its lines, and tells of them', async () => {
    const runId = newId<RunId>('run');
    await workbench.plan(configurationOf({ one: {} }), { runId });
    expect(await workbench.ask(new GetRun(runId))).toMatchObject({ kind: 'plan', state: 'ended', outcome: 'succeeded' });
    const lines = await workbench.lines(runId);
    expect(lines.map((line) => line.number)).toEqual(lines.map((_, index) => index + 1));
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'result', address: 'terraform_data.one', text: 'terraform_data.one: Plan to create' }));
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'summary', text: 'Plan: 1 to add, 0 to change, 0 to destroy.' }));
    expect(workbench.heard).toContain(runId);
  });

  it('stores the plan sealed, and leaves nothing of it on disk', async () => {
    const runId = newId<RunId>('run');
    await workbench.plan(configurationOf({ one: { input: 'an-input-to-look-for' } }), { runId });
    const [row] = await workbench.dataSource.query<{ sealed_plan: Buffer; sealed_configuration: Buffer }[]>('SELECT * FROM saved_plan');
    expect(row?.sealed_plan.includes('tfplan')).toBe(false);
    expect(row?.sealed_configuration.includes('an-input-to-look-for')).toBe(false);
    expect(existsSync(workbench.runDirectory(runId))).toBe(false);
    expect(await readdir(join(workbench.dataDir, 'terraform', 'runs'))).toEqual([]);
  });

  it('gives the first error in words, and stores all of it as lines', async () => {
    const runId = newId<RunId>('run');
    const refused = await workbench.execute(workbench.planning(configurationOf({}, { output: { wrong: { value: '${terraform_data.nobody.output}' } } }), { runId }));
    expect(refused).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.PLAN_FAILED', message: expect.stringMatching(/^Reference to undeclared resource: A managed resource "terraform_data" "nobody" has not been declared/) as string } });
    expect(await workbench.lines(runId)).toContainEqual(expect.objectContaining({ kind: 'diagnostic', level: 'error', text: 'Error: Reference to undeclared resource' }));
    expect(await workbench.ask(new GetRun(runId))).toMatchObject({ outcome: 'failed', error: expect.stringContaining('undeclared resource') as string });
  });

  it('can be repeated with the same ids, and goes on numbering', async () => {
    const planning = workbench.planning(configurationOf({ one: {} }));
    const first = await workbench.execute(planning);
    const again = await workbench.execute(planning);
    expect([first.ok, again.ok]).toEqual([true, true]);
    const lines = await workbench.lines(planning.request.runId);
    expect(lines.map((line) => line.number)).toEqual(lines.map((_, index) => index + 1));
    expect(lines.filter((line) => line.kind === 'summary')).toHaveLength(2);
    if (again.ok) expect(await workbench.apply(again.value)).toMatchObject({ outcome: 'succeeded' });
  });

  it.each([
    ['at once', 'exec sleep 600'],
    ['by force where it does not listen', `trap '' INT; sleep 600 & wait; sleep 600`],
  ])('stops %s when it is cancelled', async (_, hang) => {
    await workbench.close();
    workbench = await TerraformWorkbench.start({ TERRAFORM_BIN: await wrapTerraform(`if [ "$1" = plan ]; then echo 'asking a provider that hangs'; ${hang}; fi`) });
    const runId = newId<RunId>('run');
    const planning = workbench.execute(workbench.planning(configurationOf({ one: {} }), { runId }));
    await eventually(async () => (await workbench.ask(new GetRun(runId)))?.lineCount);
    expect(await workbench.execute(new CancelRun(runId))).toEqual({ ok: true, value: undefined });
    expect(await planning).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.PLAN_CANCELLED' } });
    expect(await workbench.ask(new GetRun(runId))).toMatchObject({ state: 'ended', outcome: 'cancelled' });
  });

  it('refuses where the stored state does not open, and touches nothing', async () => {
    await workbench.apply(await workbench.plan(configurationOf({ one: {} })));
    await workbench.asOwner('UPDATE state_version SET sealed = set_byte(sealed, 60, (get_byte(sealed, 60) + 1) % 256)');
    expect(await workbench.execute(workbench.planning(configurationOf({ one: {}, two: {} })))).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.STATE_UNREADABLE' } });
  });

  it.each([
    ['missing', undefined, 0o600, 'CREDENTIALS.PROFILE_MISSING'],
    ['exposed', 'A=b', 0o640, 'CREDENTIALS.PROFILE_EXPOSED'],
    ['../default', undefined, 0o600, 'CREDENTIALS.PROFILE_NAME'],
    ['sandboxed', 'CLOUD_ENGINE_SANDBOX=1', 0o600, 'CREDENTIALS.SIMULATED_CLOUD'],
    ['greedy', 'TF_CLI_ARGS=-auto-approve', 0o600, 'CREDENTIALS.VARIABLE_REFUSED'],
  ])('refuses the credentials profile %s', async (credentialsProfile, content, mode, code) => {
    if (content) await workbench.writeProfile(credentialsProfile, content, mode);
    expect(await workbench.execute(workbench.planning(configurationOf({ one: {} }), { credentialsProfile }))).toMatchObject({ ok: false, failure: { code } });
  });
});
