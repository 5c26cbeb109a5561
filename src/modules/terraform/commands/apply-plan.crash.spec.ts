import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../../../../test/support/eventually';
import { configurationOf, TerraformWorkbench, type TestResource } from '../../../../test/support/terraform-workbench';
import { newId, type RunId } from '../../../shared';
import { FollowingStopped } from '../following/following-stopped';
import { StateStore } from '../following/state-store';
import { GetRun } from '../queries/get-run.query';
import { ListOpenRuns } from '../queries/list-open-runs.query';
import { ApplyPreparation } from '../applying/apply-preparation';
import { ApplyStart } from '../applying/apply-start';
import { AttemptRepository } from '../persistence/attempt.repository';
import type { ApplyPlan } from './apply-plan.command';
import { CancelRun } from './cancel-run.command';
import { StopStrays } from './stop-strays.command';
import { InterruptLostRuns } from './interrupt-lost-runs.command';

/** Creations, one after the other, that each leave a mark: how often, shows whether anything ran twice. */
function chain(folder: string, count: number, seconds: number): Record<string, TestResource> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [
    `step_${index}`,
    { command: `echo ${index} >> ${join(folder, 'made')}; sleep ${seconds}`, ...(index > 0 && { after: `step_${index - 1}` }) },
  ]));
}

describe('applying through crashes', () => {
  let workbench: TerraformWorkbench;
  let runId: RunId;

  beforeEach(async () => {
    workbench = await TerraformWorkbench.start();
    runId = newId<RunId>('run');
  });

  afterEach(() => workbench.close());

  const made = async (): Promise<string[]> => (existsSync(join(workbench.folder, 'made')) ? (await readFile(join(workbench.folder, 'made'), 'utf8')).trim().split('\n') : []);
  const linesStored = async (atLeast: number): Promise<void> => void (await eventually(async () => ((await workbench.ask(new GetRun(runId)))?.lineCount ?? 0) >= atLeast, `${atLeast} lines`));

  /** Every line that Terraform wrote is stored, once and in order. */
  const expectEveryLineOnce = async (steps: number): Promise<void> => {
    const lines = await workbench.lines(runId);
    expect(lines.map((line) => line.number)).toEqual(lines.map((_, index) => index + 1));
    for (let index = 0; index < steps; index += 1) {
      for (const text of [`terraform_data.step_${index}: Creating...`, `terraform_data.step_${index}: Provisioning with 'local-exec'...`]) {
        expect(lines.filter((line) => line.text === text)).toHaveLength(1);
      }
      expect(lines.filter((line) => line.text.startsWith(`terraform_data.step_${index}: Creation complete`))).toHaveLength(1);
    }
  };

  it('goes on after the worker was killed, with no line lost or doubled and nothing made twice', async () => {
    const plan = await workbench.plan(configurationOf(chain(workbench.folder, 6, 0.5)));
    const worker = workbench.startWorkerProcess(workbench.applying(plan, runId));
    await linesStored(10);
    worker.kill('SIGKILL');
    expect(await workbench.ask(new ListOpenRuns())).toEqual([runId]);
    expect(await workbench.apply(plan, runId)).toMatchObject({ outcome: 'succeeded', counts: { added: 6 }, resourcesInState: 6 });
    expect(await made()).toEqual(['0', '1', '2', '3', '4', '5']);
    await expectEveryLineOnce(6);
  });

  it('finalises what ended while nobody was looking', async () => {
    const plan = await workbench.plan(configurationOf(chain(workbench.folder, 2, 0.4)));
    const worker = workbench.startWorkerProcess(workbench.applying(plan, runId));
    await linesStored(1);
    worker.kill('SIGKILL');
    await eventually(() => existsSync(join(workbench.runDirectory(runId), 'exit.json')));
    expect(await workbench.apply(plan, runId)).toMatchObject({ outcome: 'succeeded', counts: { added: 2 } });
    await expectEveryLineOnce(2);
  });

  it('lets a run go on where the worker stops in order, and the next one takes it up', async () => {
    const plan = await workbench.plan(configurationOf(chain(workbench.folder, 3, 0.5)));
    const first = workbench.apply(plan, runId).catch((error: unknown) => error);
    await linesStored(3);
    await workbench.stopWorker();
    expect(await first).toBeInstanceOf(FollowingStopped);
    await workbench.startWorker();
    expect(await workbench.apply(plan, runId)).toMatchObject({ outcome: 'succeeded', counts: { added: 3 } });
    await expectEveryLineOnce(3);
  });

  it('runs Terraform once where the same run is asked for twice at once', async () => {
    const plan = await workbench.plan(configurationOf(chain(workbench.folder, 2, 0.3)));
    const [first, second] = await Promise.all([workbench.apply(plan, runId), workbench.apply(plan, runId)]);
    expect(second).toEqual(first);
    expect(await made()).toEqual(['0', '1']);
  });

  it('runs Terraform once where several processes start the same run at once', async () => {
    const plan = await workbench.plan(configurationOf(chain(workbench.folder, 4, 0.5)));
    const workers = Array.from({ length: 3 }, () => workbench.startWorkerProcess(workbench.applying(plan, runId)));
    await eventually(async () => (await workbench.ask(new GetRun(runId)))?.state === 'ended', 'the end');
    for (const worker of workers) worker.kill('SIGKILL');
    expect(await workbench.apply(plan, runId)).toMatchObject({ outcome: 'succeeded', counts: { added: 4 } });
    expect(await made()).toEqual(['0', '1', '2', '3']);
    await expectEveryLineOnce(4);
  });

  it('starts what was recorded and never started', async () => {
    const plan = await workbench.plan(configurationOf(chain(workbench.folder, 1, 0)));
    const worker = workbench.startWorkerProcess(workbench.applying(plan, runId));
    await eventually(() => workbench.ask(new GetRun(runId)), 'the run');
    worker.kill('SIGKILL');
    expect(await workbench.apply(plan, runId)).toMatchObject({ outcome: 'succeeded', counts: { added: 1 } });
    expect(await made()).toEqual(['0']);
  });

  it('calls a run interrupted whose supervisor and Terraform were killed, and keeps what was made', async () => {
    const plan = await workbench.plan(configurationOf(chain(workbench.folder, 3, 5)));
    const going = workbench.apply(plan, runId);
    await linesStored(4);
    const pids = [await workbench.pidOf(runId, 'supervisor'), await workbench.pidOf(runId, 'command')];
    for (const pid of pids) if (pid) process.kill(pid, 'SIGKILL');
    const end = await going;
    expect(end).toMatchObject({ outcome: 'interrupted', exitCode: null, error: expect.stringContaining('killed') as string });
    const kept = (file: string): boolean => existsSync(join(workbench.runDirectory(runId), file));
    expect(['terraform.tfstate', 'main.tf.json', 'output.jsonl', 'tfplan'].map(kept)).toEqual([true, false, false, false]);
    expect(await workbench.apply(plan, runId)).toEqual(end);
    expect(await made()).toEqual(['0']);
  });

  it('follows Terraform to its end where only the supervisor was killed', async () => {
    const plan = await workbench.plan(configurationOf(chain(workbench.folder, 3, 0.5)));
    const going = workbench.apply(plan, runId);
    await linesStored(4);
    const pid = await workbench.pidOf(runId, 'supervisor');
    if (pid) process.kill(pid, 'SIGKILL');
    expect(await going).toMatchObject({ outcome: 'interrupted', counts: { added: 3 }, resourcesInState: 3 });
    const state = await workbench.part(StateStore).newest(workbench.deploymentId);
    expect(state).toMatchObject({ ok: true, value: { state: { resourceCount: 3 } } });
  });

  it('outlasts a database that is away for a while', async () => {
    const plan = await workbench.plan(configurationOf(chain(workbench.folder, 6, 0.4)));
    const going = workbench.apply(plan, runId);
    await linesStored(3);
    await workbench.cutDatabase(1_500);
    expect(await going).toMatchObject({ outcome: 'succeeded', counts: { added: 6 } });
    expect(await made()).toHaveLength(6);
    await expectEveryLineOnce(6);
  });

  it('asks Terraform once to stop when it is cancelled, and records what really exists', async () => {
    const plan = await workbench.plan(configurationOf(chain(workbench.folder, 4, 0.7)));
    const going = workbench.apply(plan, runId);
    await linesStored(6);
    expect(await workbench.execute(new CancelRun(runId))).toEqual({ ok: true, value: undefined });
    expect(await workbench.execute(new CancelRun(runId))).toEqual({ ok: true, value: undefined });
    const end = await going;
    expect(end).toMatchObject({ outcome: 'cancelled', exitCode: 1 });
    expect((await made()).length).toBeLessThan(4);
    expect(await workbench.execute(new CancelRun(runId))).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.RUN_ENDED' } });
    expect(await workbench.execute(new CancelRun(newId<RunId>('run')))).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.RUN_NOT_FOUND' } });
  });

  it('stops a Terraform whose run was given up while its machine was away', async () => {
    const plan = await workbench.plan(configurationOf(chain(workbench.folder, 20, 0.5)));
    const first = workbench.apply(plan, runId).catch((error: unknown) => error);
    await linesStored(3);
    expect(await workbench.execute(new StopStrays())).toEqual([]);
    await workbench.dataSource.query(`UPDATE run SET state = 'ended', outcome = 'interrupted', ended_at = now(), duration_ms = 0 WHERE id = $1`, [runId]);
    await first;
    expect(await workbench.execute(new StopStrays())).toEqual([runId]);
    await eventually(() => existsSync(join(workbench.runDirectory(runId), 'exit.json')), 'Terraform to end');
    expect((await made()).length).toBeLessThan(20);
  });

  describe('that never began', () => {
    const claimed = async (): Promise<ApplyPlan> => {
      const command = workbench.applying(await workbench.plan(configurationOf({ one: {} })), runId);
      await workbench.open(command);
      const prepared = await workbench.part(ApplyPreparation).prepare(command.approved);
      if (!prepared.ok) throw new Error(prepared.failure.message);
      expect(await workbench.part(ApplyStart).claim(command.approved, prepared.value)).toEqual({ ok: true, value: undefined });
      return command;
    };

    it('begin once more, and no oftener', async () => {
      const command = await claimed();
      expect(await workbench.part(AttemptRepository).countStart(runId)).toBe(1);
      expect(await workbench.execute(command)).toMatchObject({ ok: true, value: { outcome: 'succeeded' } });
    });

    it('end where their worker died at it twice', async () => {
      const command = await claimed();
      for (const times of [1, 2]) {
        expect(await workbench.part(AttemptRepository).countStart(runId)).toBe(times);
        await workbench.dataSource.query(`UPDATE apply_attempt SET start_tried_at = start_tried_at - interval '3 seconds'`);
      }
      expect(await workbench.execute(command)).toMatchObject({ ok: true, value: { outcome: 'failed', error: expect.stringContaining('twice. Nothing was changed') as string } });
      expect(await made()).toEqual([]);
    });

    it('belong to one worker', async () => {
      const { approved } = await claimed();
      const { runId: id, planId, deploymentId, expected: { sha256 } } = approved;
      expect(await workbench.part(AttemptRepository).claim({ runId: id, planId, deploymentId, sha256 }, 'wrk_other')).toBe(false);
    });

    it('are interrupted once their machine was silent for long, told by one that was there all the time', async () => {
      await claimed();
      await workbench.dataSource.query(`UPDATE run SET worker_id = 'wrk_gone', started_at = now() - interval '1 hour'`);
      expect(await workbench.execute(new InterruptLostRuns())).toEqual([]);
      await workbench.dataSource.query(`UPDATE worker SET alive_since = now() - interval '1 hour'`);
      await workbench.dataSource.query(`INSERT INTO worker (id, alive_since, seen_at) VALUES ('wrk_gone', now(), now())`);
      expect(await workbench.execute(new InterruptLostRuns())).toEqual([]);
      await workbench.dataSource.query(`UPDATE worker SET seen_at = now() - interval '16 minutes' WHERE id = 'wrk_gone'`);
      expect(await workbench.execute(new InterruptLostRuns())).toEqual([runId]);
      expect(await workbench.ask(new GetRun(runId))).toMatchObject({ state: 'ended', outcome: 'interrupted', error: expect.stringContaining('has not been heard of') as string });
    });
  });
});
