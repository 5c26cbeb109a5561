import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../../../../test/support/eventually';
import { configurationOf, TerraformWorkbench, wrapTerraform } from '../../../../test/support/terraform-workbench';
import { newId, type RunId } from '../../../shared';
import { ApplyPreparation } from '../applying/apply-preparation';
import { ApplyStart } from '../applying/apply-start';
import { StateStore } from '../following/state-store';
import { ApplyPlan } from './apply-plan.command';
import { GetRun } from '../queries/get-run.query';
import type { RunEnd } from '../domain/run';
import { CancelRun } from './cancel-run.command';
import { ListOpenRuns } from '../queries/list-open-runs.query';

const STALE = { ok: false, failure: { code: 'TERRAFORM.PLAN_STALE', message: 'Infrastructure or configuration changed after this plan. Press Refresh, then approve.' } };

describe('applying a saved plan', () => {
  let workbench: TerraformWorkbench;
  let runId: RunId;

  beforeEach(async () => {
    workbench = await TerraformWorkbench.start();
    runId = newId<RunId>('run');
  });

  afterEach(() => workbench.close());

  const storedState = async (): Promise<string | undefined> => {
    const newest = await workbench.part(StateStore).newest(workbench.deploymentId);
    return newest.ok ? newest.value?.bytes.toString('utf8') : undefined;
  };

  it('makes what was planned, and says so', async () => {
    const plan = await workbench.plan(configurationOf({ one: {}, two: { after: 'one' } }, { output: { name: { value: '${terraform_data.one.output}' }, hidden: { value: 'hush hush', sensitive: true } } }));
    const end = await workbench.apply(plan, runId);
    expect(end).toEqual({ outcome: 'succeeded', exitCode: 0, counts: { added: 2, changed: 0, destroyed: 0 }, outputs: { name: 'one' }, resourcesInState: 2, durationMs: expect.any(Number) as number });
    expect(await workbench.ask(new GetRun(runId))).toMatchObject({ kind: 'apply', state: 'ended', outcome: 'succeeded', counts: { added: 2 } });
    const texts = (await workbench.lines(runId)).map((line) => line.text);
    expect(texts).toEqual(expect.arrayContaining(['terraform_data.one: Creating...', 'Apply complete! Resources: 2 added, 0 changed, 0 destroyed.', 'name = "one"', 'hidden = (sensitive)']));
    expect(workbench.heard).toContain(runId);
  });

  it('answers again for a run that has ended, without running anything', async () => {
    const plan = await workbench.plan(configurationOf({ one: { command: `echo ran >> ${join(workbench.folder, 'ran')}` } }));
    const end = await workbench.apply(plan, runId);
    expect(await workbench.apply(plan, runId)).toEqual(end);
    expect(await readFile(join(workbench.folder, 'ran'), 'utf8')).toBe('ran\n');
  });

  it('keeps every state sealed and numbered, and cleans up behind a success', async () => {
    await workbench.apply(await workbench.plan(configurationOf({ one: {} })), runId);
    const rows = await workbench.dataSource.query<{ number: number; sealed: Buffer; sha256: string; run_id: string }[]>('SELECT * FROM state_version ORDER BY number');
    expect(rows.map((row) => row.number)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.at(-1)?.sealed.includes('lineage')).toBe(false);
    expect(rows.at(-1)?.sha256).toBe(createHash('sha256').update((await storedState()) ?? '').digest('hex'));
    expect(rows.every((row) => row.run_id === runId)).toBe(true);
    expect(existsSync(workbench.runDirectory(runId))).toBe(false);
    expect(await workbench.dataSource.query('SELECT plan_id FROM saved_plan WHERE sealed_plan IS NOT NULL')).toEqual([]);
  });

  it('ends a deployment with a plan to destroy it', async () => {
    const configuration = configurationOf({ one: {} });
    await workbench.apply(await workbench.plan(configuration));
    expect(await workbench.apply(await workbench.plan(configuration, { as: 'destroy' }), runId)).toMatchObject({ outcome: 'succeeded', counts: { destroyed: 1 }, resourcesInState: 0 });
    expect(await workbench.ask(new GetRun(runId))).toMatchObject({ kind: 'destroy' });
  });

  it('ends what is gone already, though there is nothing for Terraform to do', async () => {
    const plan = await workbench.plan(configurationOf({}), { as: 'destroy' });
    expect(plan.counts).toEqual({ add: 0, change: 0, destroy: 0 });
    expect(await workbench.apply(plan, runId)).toMatchObject({ outcome: 'succeeded', exitCode: 0, resourcesInState: 0 });
    expect(existsSync(workbench.runDirectory(runId))).toBe(false);
    expect(await workbench.ask(new ListOpenRuns())).toEqual([]);
  });

  describe('refuses a plan that is not what it was', () => {
    it('used before', async () => {
      const plan = await workbench.plan(configurationOf({ one: {} }));
      await workbench.apply(plan);
      expect(await workbench.execute(workbench.applying(plan, runId))).toEqual(STALE);
      expect(await workbench.ask(new GetRun(runId))).toBeUndefined();
    });

    it('overtaken by another apply', async () => {
      const old = await workbench.plan(configurationOf({ one: {} }));
      await workbench.apply(await workbench.plan(configurationOf({ two: {} })));
      expect(await workbench.execute(workbench.applying(old, runId))).toEqual(STALE);
    });

    it('approved as something else', async () => {
      const plan = await workbench.plan(configurationOf({ one: {} }));
      expect(await workbench.execute(workbench.applying({ ...plan, sha256: '0'.repeat(64) }, runId))).toEqual(STALE);
      expect(await workbench.execute(workbench.applying({ ...plan, configDigest: '0'.repeat(64) }, runId))).toEqual(STALE);
    });

    it.each([
      ['tampered with', `sealed_plan = set_byte(sealed_plan, 100, (get_byte(sealed_plan, 100) + 1) % 256)`],
      ['made by another version', `version = '1.6.0'`],
      ['made by another tool', `tool = 'opentofu'`],
      ['made with other providers', `lock_digest = 'other'`],
      ['of another deployment', `deployment_id = 'dep_other'`],
    ])('%s', async (_, change) => {
      const plan = await workbench.plan(configurationOf({ one: {} }));
      await workbench.dataSource.query(`UPDATE saved_plan SET ${change}`);
      expect(await workbench.execute(workbench.applying(plan, runId))).toEqual(STALE);
      expect(await storedState()).toBeUndefined();
    });
  });

  describe('that fails', () => {
    it('gives the error in words, and keeps the state and the evidence', async () => {
      const plan = await workbench.plan(configurationOf({ good: {}, bad: { after: 'good', command: 'echo no such zone >&2; exit 3' } }));
      const end = await workbench.apply(plan, runId);
      expect(end).toMatchObject({ outcome: 'failed', exitCode: 1, error: expect.stringContaining('no such zone') as string, counts: { added: 1 }, resourcesInState: 2 });
      expect(await storedState()).toContain('"good"');
      expect(await workbench.lines(runId)).toContainEqual(expect.objectContaining({ kind: 'diagnostic', text: 'Error: local-exec provisioner error', address: 'terraform_data.bad' }));
      expect(existsSync(workbench.runDirectory(runId))).toBe(false);
    });

    it('comes to an end also where it was recorded, but cannot be started any more', async () => {
      const plan = await workbench.plan(configurationOf({ one: {} }));
      const { approved } = workbench.applying(plan, runId);
      const prepared = await workbench.part(ApplyPreparation).prepare(approved);
      if (!prepared.ok) throw new Error(prepared.failure.message);
      await workbench.open(new ApplyPlan(approved));
      await workbench.part(ApplyStart).claim(approved, prepared.value);
      expect(await workbench.ask(new ListOpenRuns())).toEqual([runId]);
      await workbench.writeProfile('default', 'PATH=/elsewhere');
      expect(await workbench.apply(plan, runId)).toMatchObject({ outcome: 'failed', exitCode: null, error: expect.stringContaining('sets PATH') as string });
      expect(await workbench.ask(new ListOpenRuns())).toEqual([]);
    });
  });

  describe('that is asked to end', () => {
    /** A Terraform that notes every SIGINT, and ends at the one of this number; real until its apply. */
    const stubborn = async (endsAt: number): Promise<string> => {
      await workbench.close();
      const script = `if [ "$1" = apply ]; then n=0; trap 'n=$((n+1)); echo $n >> "$HOME/signals"; [ $n -ge ${endsAt} ] && exit 1' INT; echo begun; while :; do sleep 0.1; done; fi`;
      workbench = await TerraformWorkbench.start({ TERRAFORM_BIN: await wrapTerraform(script) });
      return join(workbench.dataDir, 'terraform', 'home', 'signals');
    };
    const signals = async (file: string): Promise<number> => (existsSync(file) ? (await readFile(file, 'utf8')).trim().split('\n').length : 0);
    const applying = async (): Promise<{ end: Promise<RunEnd> }> => {
      const plan = await workbench.plan(configurationOf({ one: {} }));
      const end = workbench.apply(plan, runId);
      end.catch(() => undefined);
      await eventually(async () => (await workbench.lines(runId)).some(({ text }) => text === 'begun'), 'the apply');
      return { end };
    };

    it('gets one SIGINT, however often it is asked, and a second one only by force: then it is interrupted', async () => {
      const file = await stubborn(2);
      const { end } = await applying();
      for (let times = 0; times < 3; times += 1) await workbench.execute(new CancelRun(runId));
      await eventually(async () => (await signals(file)) === 1, 'the first SIGINT');
      await workbench.execute(new CancelRun(runId));
      await workbench.execute(new CancelRun(runId, { force: true }));
      expect(await end).toMatchObject({ outcome: 'interrupted', exitCode: 1 });
      expect(await signals(file)).toBe(2);
    });

    it('is killed where it does not listen to the second one either', async () => {
      const file = await stubborn(99);
      const { end } = await applying();
      await workbench.execute(new CancelRun(runId));
      await eventually(async () => (await signals(file)) === 1, 'the first SIGINT');
      await workbench.execute(new CancelRun(runId, { force: true }));
      expect(await end).toMatchObject({ outcome: 'interrupted', exitCode: null });
      expect(await signals(file)).toBe(2);
    });

    it('does not begin where it was asked before any worker took it', async () => {
      const command = workbench.applying(await workbench.plan(configurationOf({ one: {} })), runId);
      await workbench.open(command);
      expect(await workbench.execute(new CancelRun(runId))).toEqual({ ok: true, value: undefined });
      expect(await workbench.execute(command)).toEqual(STALE);
    });
  });

  describe('with hostile output', () => {
    it('survives text, invalid UTF-8 and an endless line', async () => {
      await workbench.close();
      const noise = `if [ "$1" = apply ]; then printf 'just text\\n\\377\\376 not utf-8\\n{"@message": 3}\\n[1]\\n{"half": \\n\\033[31mred\\033[0m and \\000 null\\n'; head -c 5242880 /dev/zero | tr '\\0' 'x'; echo; fi`;
      workbench = await TerraformWorkbench.start({ TERRAFORM_BIN: await wrapTerraform(noise) });
      const before = process.memoryUsage().rss;
      expect(await workbench.apply(await workbench.plan(configurationOf({ one: {} })), runId)).toMatchObject({ outcome: 'succeeded', counts: { added: 1 } });
      const texts = (await workbench.lines(runId)).map((line) => line.text);
      expect(texts.slice(0, 6)).toEqual(['just text', '\ufffd\ufffd not utf-8', '{"@message": 3}', '[1]', '{"half":', 'red and  null']);
      expect(texts[6]).toMatch(/^x{4000}… \(the first part of a line of 5242880 bytes\)$/);
      expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
    });
  });
});
