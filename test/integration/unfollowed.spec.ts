import { DataSource } from 'typeorm';
import { SessionWorker } from '../../src/modules/sessions/schedule/session-worker';
import type { Engine } from '../../src/engine';
import { eventually } from '../support/eventually';
import { Lobby } from '../support/lobby';
import { World } from '../support/test-engine';

describe('an apply that nobody follows any more', () => {
  let world: World;
  let engine: Engine;

  beforeAll(async () => {
    world = await World.make();
    engine = await world.engine();
    await world.project('alone');
  });

  afterAll(async () => {
    world?.cloud.setFaults([]);
    await engine?.stop();
    await world?.close();
  });

  it('is taken up again by its own worker', async () => {
    const sql = engine.app.get(DataSource);
    const lobby = await Lobby.open(world.person('developer'), 'alone', { name: 'left' });
    await lobby.add('vpc', { name: 'left' });
    world.cloud.setFaults([{ type: 'google_compute_network', action: 'create', delayMs: 4_000 }]);
    await lobby.approve();
    const follower = async (): Promise<string | undefined> => (await sql.query<{ follower: string }[]>(`SELECT follower FROM run WHERE kind = 'apply'`))[0]?.follower;
    await eventually(async () => /^[0-9a-f-]{36}$/.test((await follower()) ?? ''), 'somebody to follow');
    // As if another one had taken it up, and died.
    await sql.query(`UPDATE run SET follower = 'nobody' WHERE kind = 'apply'`);
    await eventually(async () => {
      await engine.app.get(SessionWorker).lookAgain();
      return (await follower()) !== 'nobody';
    }, 'the run to be taken up');
    await lobby.says('✅ Applied');
  }, 60_000);
});
