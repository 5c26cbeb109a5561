import { textOf } from '../../sandbox/discord/test-client';
import { BotProcess } from '../support/bot-process';
import { eventually } from '../support/eventually';
import { Lobby } from '../support/lobby';
import { SlowDatabase } from '../support/slow-database';
import { World } from '../support/test-engine';
import { often } from './support/size';

/** In `npm test` other tests have the machine as well. */
const FAR_MS = often(200, 50);
const CROWD = often(200, 25);

describe('an answer within three seconds', () => {
  let world: World;
  let bot: BotProcess | undefined;
  let slow: SlowDatabase | undefined;

  beforeEach(async () => {
    world = await World.make();
  });

  afterEach(async () => {
    await bot?.end('SIGKILL');
    slow?.close();
    await world?.close();
  });

  const start = async (url = world.database.url): Promise<void> => {
    bot = BotProcess.start('src/main.js', { ...world.environment, DATABASE_URL: url });
    await world.commandsRegistered();
  };

  it(`comes from a database that is ${FAR_MS} ms away, with refusals for one person alone`, async () => {
    slow = await SlowDatabase.before(world.database.url, FAR_MS);
    await start(slow.url);
    await world.project('far');
    const dev = world.person('developer');
    const lobby = await Lobby.open(dev, 'far', { name: 'slow' });
    await lobby.says('Draft');
    await dev.slash('cloud-deploy', { project: 'far', provider: 'nimbus' });
    const told = await eventually(async () => (await dev.messages()).find((message) => textOf(message).includes('There is no such provider')), 'the refusal');
    expect(told.ephemeral).toBe(true);
    expect((await world.person('administrator').messages(dev.channelId)).map(textOf).join()).not.toContain('no such provider');
    await lobby.add('vpc', { name: 'main' });
  }, 120_000);

  it(`comes to each of ${CROWD} who deploy at once`, async () => {
    await start();
    await world.project('crowd');
    const dev = world.person('developer');
    const ends = await Promise.allSettled(Array.from({ length: CROWD }, (_, index) => dev.slash('cloud-deploy', { project: 'crowd', provider: 'gcp', name: `many-${index}` })));
    expect(ends.filter(({ status }) => status === 'rejected')).toEqual([]);
  }, 120_000);
});
