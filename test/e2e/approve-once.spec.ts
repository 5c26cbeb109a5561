import type { Engine } from '../../src/engine';
import { often } from '../chaos/support/size';
import { Lobby } from '../support/lobby';
import { World } from '../support/test-engine';

const ROUNDS = often(50, 12);
const AT_ONCE = 5;

describe('two simultaneous approvals', () => {
  let world: World;
  let engine: Engine;

  beforeAll(async () => {
    world = await World.make();
    engine = await world.engine();
    await world.project('races');
  });

  afterAll(async () => {
    await engine?.stop();
    await world?.close();
  });

  it(`apply once, ${ROUNDS} times over`, async () => {
    const dev = world.person('developer');
    const ada = world.person('administrator');
    const round = async (number: number): Promise<void> => {
      const lobby = await Lobby.open(dev, 'races', { name: `race-${number}` });
      await lobby.add('vpc', { name: `net-${number}` });
      const presses = await Promise.allSettled([lobby.approve(), lobby.seenBy(ada).approve()]);
      expect(presses.some(({ status }) => status === 'fulfilled')).toBe(true);
      const text = await lobby.says('✅ Applied', 120_000);
      expect(text.match(/Approved by (<@\d+>)(, <@\d+>)?/)?.[2]).toBeUndefined();
    };
    const numbers = Array.from({ length: ROUNDS }, (_, index) => index + 1);
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let next = numbers.shift(); next !== undefined; next = numbers.shift()) await round(next);
    }));
    const networks = world.cloud.journal().filter(({ action, type }) => action === 'create' && type === 'google_compute_network');
    expect(networks).toHaveLength(ROUNDS);
    expect(new Set(networks.map(({ name }) => name)).size).toBe(ROUNDS);
  }, 300_000);
});
