import { setTimeout as pause } from 'node:timers/promises';
import type { BotProcess } from '../support/bot-process';
import { eventually } from '../support/eventually';
import { linesOf } from '../support/lobby';
import { ChaosWorld, isEmptyFolder } from './support/chaos-world';
import { median, often, random, report, SEED } from './support/size';

const KILLS = often(100, 3);
const LONGEST_PAUSE_MS = 1_800;

describe('a worker that is killed again and again while it applies 40 resources', () => {
  let chaos: ChaosWorld;
  let worker: BotProcess;

  beforeAll(async () => {
    chaos = await ChaosWorld.make({ resources: 40, delayMs: 1_500 });
    worker = chaos.startWorker();
  }, 120_000);

  afterAll(async () => {
    await worker?.end('SIGTERM');
    await chaos?.close();
  });

  it(`makes nothing twice and loses no line, ${KILLS} times over`, async () => {
    const number = random();
    const adoptedAfterMs: number[] = [];
    let applies = 0;
    let lines = 0;
    for (let kills = 0; kills < KILLS;) {
      const name = `kill-${(applies += 1)}`;
      const lobby = await chaos.planned(name);
      await chaos.apply(lobby, name);
      const runId = (await chaos.session(name))!.runId;
      for (;;) {
        await pause(number() * LONGEST_PAUSE_MS);
        if (kills >= KILLS || (await chaos.session(name))?.state !== 'APPLYING') break;
        const before = (await chaos.run(runId))?.follower;
        expect(await worker.end('SIGKILL')).toBe('SIGKILL');
        kills += 1;
        worker = chaos.startWorker();
        const startedAt = performance.now();
        await eventually(async () => {
          const run = await chaos.run(runId);
          return run?.state === 'ended' || run?.follower !== before;
        }, 'the run to be taken up or finalised');
        adoptedAfterMs.push(performance.now() - startedAt);
      }
      await lobby.says('✅ Applied', 120_000);
      expect(await chaos.run(runId)).toMatchObject({ state: 'ended', outcome: 'succeeded' });
      lines += await chaos.expectEveryLineOnce(runId);
      const told = linesOf(await lobby.ended('✅ Apply complete')).filter((line) => line.includes('Creation complete'));
      expect(new Set(told).size).toBe(told.length);
    }
    const created = chaos.created();
    expect(new Set(created).size).toBe(created.length);
    expect(created).toHaveLength(40 * applies);
    expect(adoptedAfterMs).toHaveLength(KILLS);
    await eventually(() => isEmptyFolder(chaos.runsOf('worker')), 'the directories to be cleaned up');
    report(`${KILLS} kills in ${applies} applies of 40 resources: ${created.length} creations, none twice; ${lines} lines, none lost or doubled (seed ${SEED})`,
      `from the new process to the run taken up: median ${Math.round(median(adoptedAfterMs))} ms, longest ${Math.round(Math.max(...adoptedAfterMs))} ms`);
  }, 3_600_000);
});
