import { BotProcess } from '../support/bot-process';
import { join } from 'node:path';
import type { Lobby } from '../support/lobby';
import { ChaosWorld } from './support/chaos-world';
import { often, report } from './support/size';

const SESSIONS = often(50, 4);
const PRESSES_EACH = 4;
const PROCESSES = 3;
const PLANNED_AT_ONCE = 4;

describe('many people who press Approve at the same moment', () => {
  let chaos: ChaosWorld;
  let engines: BotProcess[] = [];

  beforeAll(async () => {
    chaos = await ChaosWorld.make({ resources: 1, delayMs: 0 });
    // Bots and workers both: each of them is told of every press.
    engines = Array.from({ length: PROCESSES }, (_, index) => BotProcess.start('src/main.js', { ...chaos.world.environment, ROLE: 'all', DATA_DIR: join(chaos.world.folder, `engine-${index}`) }));
  }, 120_000);

  afterAll(async () => {
    await Promise.all(engines.map((engine) => engine.end('SIGTERM')));
    await chaos?.close();
  });

  it(`start one apply each: ${SESSIONS * PRESSES_EACH} presses, ${SESSIONS} sessions, ${PROCESSES} more processes`, async () => {
    const numbers = Array.from({ length: SESSIONS }, (_, index) => index);
    const lobbies: Lobby[] = [];
    await Promise.all(Array.from({ length: PLANNED_AT_ONCE }, async () => {
      for (let next = numbers.shift(); next !== undefined; next = numbers.shift()) lobbies.push(await chaos.planned(`crowd-${next}`));
    }));
    const ada = chaos.world.person('administrator');
    await Promise.allSettled(lobbies.flatMap((lobby) => Array.from({ length: PRESSES_EACH }, (_, index) => (index % 2 === 0 ? lobby : lobby.seenBy(ada)).approve())));
    for (const lobby of lobbies) await lobby.says('✅ Applied', 180_000);
    const [counted] = await chaos.sql<{ attempts: string; applies: string; approvals: string }>(
      `SELECT (SELECT count(*) FROM apply_attempt) AS attempts, (SELECT count(*) FROM run WHERE kind = 'apply') AS applies, (SELECT sum(jsonb_array_length(approvals)) FROM session) AS approvals`,
    );
    expect(counted).toEqual({ attempts: String(SESSIONS), applies: String(SESSIONS), approvals: String(SESSIONS) });
    const created = chaos.created();
    expect(created).toHaveLength(SESSIONS);
    expect(new Set(created).size).toBe(SESSIONS);
    report(`${SESSIONS * PRESSES_EACH} presses on ${SESSIONS} sessions, each press told to ${PROCESSES + 1} processes: ${counted!.applies} applies`);
  }, 1_800_000);
});
