import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { buttonsOf, type SandboxPerson } from '../../sandbox/discord/test-client';
import { Settings } from '../../src/config';
import { startEngine, type Engine } from '../../src/engine';
import { BotProcess } from '../support/bot-process';
import { Lobby } from '../support/lobby';
import { World } from '../support/test-engine';

describe('a rule that becomes stricter between the approval and the worker', () => {
  let world: World;
  let front: Engine;

  // In a process of its own: a worker that is stopped takes nothing of the bot's with it.
  const workers: BotProcess[] = [];
  const worker = (): BotProcess => {
    const one = BotProcess.start('src/main.js', { ...world.environment, ROLE: 'worker', DATA_DIR: join(world.folder, 'worker') });
    workers.push(one);
    return one;
  };

  beforeAll(async () => {
    world = await World.make({}, { ENCRYPTION_KEY: randomBytes(32).toString('base64') });
    front = await startEngine(Settings.from({ ...world.environment, ROLE: 'bot', DATA_DIR: join(world.folder, 'bot') }));
    await world.commandsRegistered();
  });
  // One that is left over would take what the next test means for its own.
  afterEach(() => Promise.all(workers.splice(0).map((one) => one.end('SIGKILL'))));
  afterAll(async () => {
    await front?.stop();
    await world?.close();
  });

  it.each<[string, (ada: SandboxPerson, project: string) => Promise<unknown>, string]>([
    ['size', (ada, project) => ada.slash('cloud-edit-project', { project, sizes: 'medium' }), 'allows the sizes medium'],
    ['quota', (ada, project) => ada.slash('cloud-set-quota', { project, kind: 'compute_vm', limit: 0 }), 'Quota exceeded for compute_vm: 0/0 used'],
    ['budget', (ada, project) => ada.slash('cloud-edit-project', { project, budget: 5 }), '$9.23 over its budget'],
    ['limit of cost', (ada, project) => ada.slash('cloud-edit-project', { project, 'cost-limit': 1 }), 'more than $1.00 needs another approver'],
    ['policy set', (ada, project) => ada.slash('cloud-edit-project', { project, policies: 'platform' }), 'The policies `platform` could not be evaluated'],
  ])('counts: a %s', async (what, tighten, why) => {
    const project = `tight-${what.replaceAll(' ', '-')}`;
    await world.project(project);
    const first = worker();
    const lobby = await Lobby.open(world.person('developer'), project);
    try {
      await lobby.says('the plan follows by itself');
      await lobby.fill('compute_vm', { name: project, size: 'small' });
      await lobby.says('📋 Plan ready', 60_000);
    } finally {
      await first.end('SIGTERM');
    }
    await lobby.approve();
    await lobby.says('Approved, waiting for a worker');
    await tighten(world.person('administrator'), project);

    const second = worker();
    try {
      const text = await lobby.says('❌ Failed', 60_000);
      expect(text).toContain('What is allowed has changed since this was approved');
      expect(text.replaceAll('**', '')).toContain(why);
    } finally {
      await second.end('SIGTERM');
    }
    expect(buttonsOf(await lobby.message()).map(({ label }) => label)).toEqual(['Plan again']);
    expect(await front.app.get(DataSource).query<object[]>('SELECT session_id FROM reservation')).toEqual([]);
    expect(world.cloud.list().some(({ name }) => name === project)).toBe(false);
  }, 180_000);
});
