import type { Engine } from '../../src/engine';
import { Lobby } from '../support/lobby';
import { World } from '../support/test-engine';

describe('a worker with one place', () => {
  let world: World;
  let engine: Engine;

  beforeAll(async () => {
    world = await World.make({}, { WORKER_CONCURRENCY: '1' });
    engine = await world.engine();
    await world.project('many');
    await world.project('other');
  });

  afterAll(async () => {
    world.cloud.setFaults([]);
    await engine?.stop();
    await world?.close();
  });

  it('tells those who wait where they stand, and lets projects take turns', async () => {
    const person = world.person('developer');
    const lobbies = new Map<string, Lobby>();
    for (const [name, project] of [['first', 'many'], ['second', 'many'], ['third', 'many'], ['late', 'other']] as const) {
      const lobby = await Lobby.open(person, project, { name });
      await lobby.add('vpc', { name });
      lobbies.set(name, lobby);
    }
    const lobby = (name: string): Lobby => lobbies.get(name) ?? (() => { throw new Error(name); })();
    world.cloud.setFaults([{ type: 'google_compute_network', action: 'create', name: 'first', delayMs: 8_000 }]);
    for (const [name, state] of [['first', 'Applying…'], ['second', 'Approved'], ['third', 'number **2** in line'], ['late', 'number **2** in line']] as const) {
      await lobby(name).approve();
      await lobby(name).says(state);
    }
    await lobby('third').says('number **3** in line');
    for (const name of ['first', 'second', 'third', 'late']) await lobby(name).says('✅ Applied');
    const created = world.cloud.journal().filter(({ action, type }) => action === 'create' && type === 'google_compute_network').map(({ name }) => name);
    expect(created).toEqual(['first', 'second', 'late', 'third']);
  }, 120_000);
});
