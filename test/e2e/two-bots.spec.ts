import { Client } from 'pg';
import { defaultSeed } from '../../sandbox/discord/default-seed';
import { textOf } from '../../sandbox/discord/test-client';
import { BotProcess } from '../support/bot-process';
import { eventually } from '../support/eventually';
import { TOKEN, World } from '../support/test-engine';

describe('two bots on one token', () => {
  let world: World;
  let database: Client;
  const bots: BotProcess[] = [];

  const start = (more: Readonly<Record<string, string>> = {}): BotProcess => {
    const bot = BotProcess.start('src/main.js', { ...world.environment, ROLE: 'bot', LOG_LEVEL: 'info', ...more });
    bots.push(bot);
    return bot;
  };
  const says = (bot: BotProcess, words: string): Promise<boolean> => eventually(() => bot.output.includes(words) || (bot.hasEnded ? Promise.reject(new Error(bot.output)) : false), words);
  const sql = async <T extends object>(statement: string, values: unknown[] = []): Promise<T[]> => (await database.query<T>(statement, values)).rows;

  beforeAll(async () => {
    world = await World.make();
    database = new Client({ connectionString: world.database.url });
    await database.connect();
    // What an earlier release registered everywhere.
    const { id } = defaultSeed.application;
    await fetch(`${world.discord.restUrl}/v10/applications/${id}/commands`, { method: 'PUT', headers: { authorization: `Bot ${TOKEN}`, 'content-type': 'application/json' }, body: JSON.stringify([{ name: 'cloud-list', description: 'Of an earlier release' }]) });
  });

  afterAll(async () => {
    for (const bot of bots) await bot.end('SIGKILL');
    await database?.end();
    await world?.close();
  });

  it('register each command once, where they work, and nowhere else', async () => {
    await says(start(), 'This bot leads');
    await world.commandsRegistered();
    const { id } = defaultSeed.application;
    const everywhere = await eventually(async () => {
      const commands = (await (await fetch(`${world.discord.restUrl}/v10/applications/${id}/commands`, { headers: { authorization: `Bot ${TOKEN}` } })).json()) as object[];
      return commands.length === 0 ? commands : undefined;
    }, 'the old ones to be gone');
    expect(everywhere).toEqual([]);
    await says(start(), 'Another bot leads: this one stands by');
  });

  it('do one thing for one press, also while both are connected', async () => {
    const ada = world.person('administrator', 'general');
    // The second one takes the lease while the first one believes that it still has it.
    await sql(`UPDATE leader SET holder = 'nobody', until = clock_timestamp() - interval '1 second'`);
    const pressed = Array.from({ length: 30 }, (_, index) => `twice-${index}`);
    await Promise.allSettled(pressed.map((name) => ada.slash('cloud-create-project', { name, environment: 'dev', providers: 'gcp' })));
    await says(bots[1]!, 'This bot leads');
    await Promise.allSettled(pressed.map((name) => ada.slash('cloud-list', { filter: name === 'x' ? 'mine' : 'all' })));
    await eventually(async () => (await sql(`SELECT FROM history WHERE action = 'project.create'`)).length === pressed.length, 'all of them to be done');
    const doubled = await sql(`SELECT subject FROM history WHERE action = 'project.create' GROUP BY subject, detail HAVING count(*) > 1`);
    expect(doubled).toEqual([]);
    expect(await sql(`SELECT FROM history WHERE action LIKE 'refused.%'`)).toEqual([]);
    expect(await sql(`SELECT FROM history WHERE action = 'command.cloud-create-project'`)).toHaveLength(pressed.length);
    expect((await ada.messages()).filter((message) => textOf(message).includes('has a project'))).toEqual([]);
  }, 60_000);

  it('take over from one that is killed, within ten seconds', async () => {
    const standby = start();
    await says(standby, 'this one stands by');
    const leader = bots.find((bot) => !bot.hasEnded && bot !== standby)!;
    await leader.end('SIGKILL');
    const killedAt = performance.now();
    const ada = world.person('administrator', 'general');
    await eventually(async () => ada.slash('cloud-projects').then(() => true, () => false), 'an answer', 20_000);
    const tookMs = Math.round(performance.now() - killedAt);
    process.stdout.write(`   the leader killed: answered again after ${tookMs} ms\n`);
    expect(standby.output).toContain('This bot leads');
  }, 60_000);

  it('hand over at once where one stops in order', async () => {
    const standby = start();
    await says(standby, 'this one stands by');
    const leader = bots.findLast((bot) => !bot.hasEnded && bot !== standby)!;
    expect(await leader.end('SIGTERM')).toBe(0);
    await says(standby, 'This bot leads');
  }, 60_000);
});

describe('a server that the operator has not named', () => {
  it('is told what its operator has to do, and nothing else', async () => {
    const world = await World.make({}, { DISCORD_GUILD_IDS: '1196482013377830000' });
    const bot = BotProcess.start('src/main.js', { ...world.environment, ROLE: 'bot', LOG_LEVEL: 'info' });
    try {
      await eventually(() => bot.output.includes('Connected to Discord'), 'the bot');
      const { id } = defaultSeed.application;
      await fetch(`${world.discord.restUrl}/v10/applications/${id}/guilds/${defaultSeed.guild.id}/commands`, { method: 'PUT', headers: { authorization: `Bot ${TOKEN}`, 'content-type': 'application/json' }, body: JSON.stringify([{ name: 'cloud-create-project', description: 'Left from before' }]) });
      const ada = world.person('administrator');
      const told = (await ada.slash('cloud-create-project')).message;
      expect(textOf(told)).toBe(`This Cloud Engine does not work for this server. Whoever runs it has to add \`${defaultSeed.guild.id}\` to \`DISCORD_GUILD_IDS\` and start it again.`);
      expect(told.ephemeral).toBe(true);
      const database = new Client({ connectionString: world.database.url });
      await database.connect();
      expect((await database.query('SELECT FROM history')).rowCount).toBe(0);
      await database.end();
    } finally {
      await bot.end('SIGKILL');
      await world.close();
    }
  }, 60_000);
});
