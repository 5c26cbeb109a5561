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

  const leader = (): Promise<BotProcess> => eventually(async () => {
    const [lease] = await sql<{ holder: string }>('SELECT holder FROM leader WHERE until > clock_timestamp()');
    return bots.find((bot) => !bot.hasEnded && lease?.holder.split(':')[1] === String(bot.pid));
  }, 'a leader');

  it('do one thing for one press, also where both are told of it', async () => {
    const ada = world.person('administrator', 'general');
    const first = await leader();
    // Held up for longer than its lease it is still connected, and is told of everything when it goes on.
    first.signal('SIGSTOP');
    const second = bots.find((bot) => bot !== first)!;
    await says(second, 'Connected to Discord');
    const pressed = Array.from({ length: 30 }, (_, index) => `twice-${index}`);
    await Promise.all(pressed.map((name) => ada.slash('cloud-create-project', { name, environment: 'dev', providers: 'gcp' })));
    first.signal('SIGCONT');
    expect(await first.end()).toBe(0);
    expect(first.output).toContain('Another bot leads now');
    await eventually(async () => (await sql(`SELECT FROM history WHERE action = 'project.create'`)).length === pressed.length, 'all of them to be done');
    expect(await sql(`SELECT FROM history WHERE action LIKE 'refused.%'`)).toEqual([]);
    expect(await sql(`SELECT FROM history WHERE action = 'command.cloud-create-project'`)).toHaveLength(pressed.length);
    expect((await ada.messages()).filter((message) => textOf(message).includes('has a project'))).toEqual([]);
  }, 60_000);

  it('take over from one that is killed, within ten seconds', async () => {
    const standby = start();
    await says(standby, 'this one stands by');
    const killed = await leader();
    await killed.end('SIGKILL');
    const killedAt = performance.now();
    const ada = world.person('administrator', 'general');
    await eventually(async () => ada.slash('cloud-projects').then(() => true, () => false), 'an answer', 30_000);
    process.stdout.write(`   the leader killed: answered again after ${Math.round(performance.now() - killedAt)} ms\n`);
    expect(await leader()).toBe(standby);
  }, 60_000);

  it('hand over at once where one stops in order', async () => {
    const standby = start();
    await says(standby, 'this one stands by');
    expect(await (await leader()).end('SIGTERM')).toBe(0);
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
