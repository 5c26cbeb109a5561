import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { BotProcess } from '../support/bot-process';
import { eventually } from '../support/eventually';
import { World } from '../support/test-engine';
import { often, random, report } from './support/size';

const FOR_MS = often(300_000, 8_000);
const KILL_EVERY_MS = often(20_000, 4_000);

describe('two bots, of which one is killed again and again', () => {
  let world: World;
  let database: Client;
  const bots: BotProcess[] = [];

  beforeAll(async () => {
    world = await World.make({}, { ROLE: 'bot', LOG_LEVEL: 'info' });
    database = new Client({ connectionString: world.database.url });
    await database.connect();
    bots.push(start());
    await world.commandsRegistered();
    bots.push(start());
  });

  afterAll(async () => {
    for (const bot of bots) await bot.end('SIGKILL');
    await database?.end();
    await world?.close();
  });

  const start = (): BotProcess => BotProcess.start('src/main.js', world.environment);

  it('do everything that they answer for, once', async () => {
    const ada = world.person('administrator', 'general');
    const number = random();
    const [answered, unanswered]: [string[], string[]] = [[], []];
    const until = performance.now() + FOR_MS;
    let killAt = performance.now() + KILL_EVERY_MS;
    let kills = 0;
    for (let press = 0; performance.now() < until; press += 1) {
      const name = `press-${press}`;
      await ada.slash('cloud-create-project', { name, environment: 'dev', providers: 'gcp' }).then(() => answered.push(name), () => unanswered.push(name));
      if (performance.now() > killAt) {
        const index = Math.floor(number() * 2);
        await bots[index]!.end('SIGKILL');
        bots[index] = start();
        kills += 1;
        killAt = performance.now() + KILL_EVERY_MS;
      }
      await pause(20);
    }
    await eventually(async () => (await database.query('SELECT FROM project WHERE name = ANY ($1)', [answered])).rowCount === answered.length, 'everything that was answered to be done');
    const { rows } = await database.query<{ name: string; times: string }>(`SELECT detail ->> 'name' AS name, count(*) AS times FROM history WHERE action = 'project.create' GROUP BY 1 HAVING count(*) > 1`);
    expect(rows).toEqual([]);
    expect((await database.query(`SELECT FROM history WHERE action LIKE 'refused.%'`)).rowCount).toBe(0);
    report(`two bots for ${FOR_MS / 1_000} s, ${kills} kills: ${answered.length} presses answered and each done once, ${unanswered.length} unanswered while nobody led`);
  }, 900_000);
});
