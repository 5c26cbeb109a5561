import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { buttonsOf, type SandboxPerson } from '../../sandbox/discord/test-client';
import { Settings } from '../../src/config';
import { startEngine, type Engine } from '../../src/engine';
import { BotProcess } from '../support/bot-process';
import { Lobby } from '../support/lobby';
import { World } from '../support/test-engine';

type Tighten = (ada: SandboxPerson, project: string) => Promise<unknown>;

const CASES: readonly (readonly [what: string, tighten: Tighten, why: string])[] = [
  ['size', (ada, project) => ada.slash('cloud-edit-project', { project, sizes: 'medium' }), 'allows the sizes medium'],
  ['quota', (ada, project) => ada.slash('cloud-set-quota', { project, kind: 'compute_vm', limit: 0 }), 'Quota exceeded for compute_vm: 0/0 used'],
  ['budget', (ada, project) => ada.slash('cloud-edit-project', { project, budget: 5 }), '$9.23 over its budget'],
  ['cost-limit', (ada, project) => ada.slash('cloud-edit-project', { project, 'cost-limit': 1 }), 'more than $1.00 needs another approver'],
  ['policy-set', (ada, project) => ada.slash('cloud-edit-project', { project, policies: 'platform' }), 'The policies `platform` could not be evaluated'],
];
const projectOf = (what: string): string => `tight-${what}`;
const UNCHANGED = 'tight-nothing';

describe('a rule that becomes stricter between the approval and the worker', () => {
  let world: World;
  let front: Engine;
  let worker: BotProcess | undefined;
  const lobbies = new Map<string, Lobby>();

  // In a process of its own: a worker that is stopped takes nothing of the bot's with it.
  const startWorker = (): BotProcess => BotProcess.start('src/main.js', { ...world.environment, ROLE: 'worker', DATA_DIR: join(world.folder, 'worker') });
  const lobbyOf = (project: string): Lobby => lobbies.get(project) ?? (() => { throw new Error(`There is no lobby of ${project}`); })();

  beforeAll(async () => {
    world = await World.make({}, { ENCRYPTION_KEY: randomBytes(32).toString('base64') });
    front = await startEngine(Settings.from({ ...world.environment, ROLE: 'bot', DATA_DIR: join(world.folder, 'bot') }));
    await world.commandsRegistered();
    const planner = startWorker();
    try {
      for (const project of [...CASES.map(([what]) => projectOf(what)), UNCHANGED]) {
        await world.project(project);
        const lobby = await Lobby.open(world.person('developer'), project);
        await lobby.says('the plan follows by itself');
        await lobby.fill('compute_vm', { name: project, size: 'small' });
        await lobby.says('📋 Plan ready', 60_000);
        lobbies.set(project, lobby);
      }
    } finally {
      await planner.end('SIGTERM');
    }
    for (const lobby of lobbies.values()) {
      await lobby.approve();
      await lobby.says('Approved, waiting for a worker');
    }
    for (const [what, tighten] of CASES) await tighten(world.person('administrator'), projectOf(what));
    worker = startWorker();
  }, 180_000);

  afterAll(async () => {
    await worker?.end('SIGTERM');
    await front?.stop();
    await world?.close();
  });

  it.each(CASES)('counts: a %s', async (what, _, why) => {
    const lobby = lobbyOf(projectOf(what));
    const text = await lobby.says('❌ Failed', 45_000);
    expect(text).toContain('What is allowed has changed since this was approved');
    expect(text.replaceAll('**', '')).toContain(why);
    expect(buttonsOf(await lobby.message()).map(({ label }) => label)).toEqual(['Plan again']);
    expect(world.cloud.list().some(({ name }) => name === projectOf(what))).toBe(false);
  });

  it('that stays as it was lets the apply go on; nothing stays reserved', async () => {
    await lobbyOf(UNCHANGED).says('✅ Applied', 45_000);
    for (const lobby of lobbies.values()) await lobby.says(/❌ Failed|✅ Applied/);
    expect(await front.app.get(DataSource).query<object[]>('SELECT session_id FROM reservation')).toEqual([]);
  });
});
