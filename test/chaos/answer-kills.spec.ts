import { Client } from 'pg';
import { textOf } from '../../sandbox/discord/test-client';
import { BotProcess } from '../support/bot-process';
import { eventually } from '../support/eventually';
import { World } from '../support/test-engine';
import { often, report } from './support/size';

const KILLS = often(200, 2);

describe('a bot that is killed between Discord’s answer and remembering it', () => {
  let world: World;
  let database: Client;
  let bot: BotProcess;

  beforeAll(async () => {
    world = await World.make({}, { ROLE: 'bot', LOG_LEVEL: 'info' });
    database = new Client({ connectionString: world.database.url });
    await database.connect();
    await start();
    await world.commandsRegistered();
    await world.project('killed');
  });

  afterAll(async () => {
    await bot?.end('SIGKILL');
    await database?.end();
    await world?.close();
  });

  async function start(): Promise<void> {
    // The lease of the one that was killed would end by itself: a test of two hundred has no time for it.
    await database.query('DELETE FROM leader');
    bot = BotProcess.start('src/main.js', world.environment);
    await eventually(() => bot.output.includes('Connected to Discord') || (bot.hasEnded ? Promise.reject(new Error(bot.output)) : false), 'the bot');
  }

  it(`loses no lobby, ${KILLS} times over`, async () => {
    const dev = world.person('developer');
    let unremembered = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await dev.slash('cloud-deploy', { project: 'killed', provider: 'gcp', name: `kill-${kill}` });
      await bot.end('SIGKILL');
      unremembered += (await database.query('SELECT FROM discord_lobby WHERE message_id IS NULL')).rowCount ?? 0;
      await start();
    }
    await eventually(async () => (await database.query('SELECT FROM discord_lobby WHERE message_id IS NULL')).rowCount === 0, 'every lobby to be found', 60_000);
    await database.query(`UPDATE session SET expires_at = clock_timestamp() - interval '1 second'`);
    const cancelled = (await dev.messages()).map(textOf);
    for (let kill = 0; kill < KILLS; kill += 1) expect({ kill, lobbies: cancelled.filter((text) => text.includes(`\`kill-${kill}\``)).length }).toEqual({ kill, lobbies: 1 });
    report(`${KILLS} kills right after Discord had answered, ${unremembered} of them before it was remembered: every lobby found again, none shown twice`);
  }, 3_600_000);
});
