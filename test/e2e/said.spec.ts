import { PermissionFlagsBits as P } from 'discord.js';
import { DataSource } from 'typeorm';
import { gunzipSync } from 'node:zlib';
import type { PageMessage } from '../../sandbox/discord/page-api';
import { textOf, type SandboxPerson } from '../../sandbox/discord/test-client';
import { NoticeTask } from '../../src/discord/notices/notice.task';
import type { Engine } from '../../src/engine';
import { eventually } from '../support/eventually';
import { linesOf, Lobby } from '../support/lobby';
import { World } from '../support/test-engine';
import { often } from '../chaos/support/size';

const EDITS = /\/messages\//;
const CALLBACK = /\/callback$/;
const DRAFTS = often(1_000, 200);

describe('what must be said is said', () => {
  let world: World;
  let engine: Engine;
  let ada: SandboxPerson;
  let dev: SandboxPerson;
  let names = 0;

  beforeAll(async () => {
    world = await World.make();
    engine = await world.engine();
    [ada, dev] = [world.person('administrator'), world.person('developer')];
    await world.project('said');
  });

  afterEach(() => {
    world.discord.faults.clear();
    world.cloud.setFaults([]);
    world.discord.controls.denyBot(dev.channelId, 0n);
  });

  afterAll(async () => {
    await engine?.stop();
    await world?.close();
  });

  const sql = <T extends object>(statement: string, values: unknown[] = []): Promise<T[]> => engine.app.get(DataSource).query<T[]>(statement, values);
  const newName = (): string => `said-${(names += 1)}`;
  /** What waits does not wait any longer: a test has no time for the pauses that Discord is owed. */
  const hurry = (): Promise<unknown> => sql('UPDATE discord_outbox SET due_at = clock_timestamp() WHERE tries > 0');
  const hurried = <T>(look: () => Promise<T>, what: string, withinMs?: number): Promise<NonNullable<T>> => eventually(async () => (await hurry(), look()), what, withinMs);
  const lobbyOf = (name: string, person = dev): Promise<PageMessage> => hurried(async () => (await person.messages()).findLast((message) => textOf(message).includes(`\`${name}\``) && message.embeds[0]?.title?.includes('Cloud Deployment')), `a lobby of ${name}`, 60_000);
  const written = (person: SandboxPerson, words: string): Promise<PageMessage> => hurried(async () => (await person.directMessages()).findLast((message) => textOf(message).includes(words)), `a direct message "${words}"`);
  const open = async (name = newName()): Promise<Lobby> => Lobby.open(dev, 'said', { name });
  const planned = async (): Promise<Lobby> => {
    const lobby = await open();
    await lobby.add('vpc', { name: `net-${names}` });
    return lobby;
  };
  const slowly = (): void => world.cloud.setFaults([{ type: 'google_compute_network', action: 'create', name: `net-${names}`, delayMs: 2_500 }]);
  const stateOf = async (name: string): Promise<string | undefined> => (await sql<{ state: string }>('SELECT state FROM session WHERE deployment_name = $1 ORDER BY created_at DESC LIMIT 1', [name]))[0]?.state;

  describe('where the answer of Discord is lost', () => {
    it('the lobby is found again, and is the only one', async () => {
      const name = newName();
      world.discord.faults.failNext(4, { path: CALLBACK, status: 502, applied: true });
      await dev.slash('cloud-deploy', { project: 'said', provider: 'gcp', name, blueprint: 'static-site' });
      const message = await lobbyOf(name);
      await eventually(async () => textOf(await dev.again(message)).includes('Plan ready'), 'the plan in it', 40_000);
      expect((await dev.messages()).filter((one) => textOf(one).includes(`\`${name}\``))).toHaveLength(1);
    }, 90_000);

    it('or never came, another one is shown', async () => {
      const name = newName();
      world.discord.faults.failNext(4, { path: CALLBACK, status: 502 });
      await expect(dev.slash('cloud-deploy', { project: 'said', provider: 'gcp', name })).rejects.toThrow('did not respond');
      expect(textOf(await lobbyOf(name))).toContain('the answer to your command did not arrive');
    }, 90_000);
  });

  describe('where an edit is refused once', () => {
    it.each([[403, 50001], [403, 50013], [404, 10003], [404, 10008], [400, 50083], [503, 0], [500, 0]])('with %i %i, the lobby is right a little later', async (status, code) => {
      const lobby = await open();
      world.discord.faults.refuse({ status, code }, { method: 'PATCH', path: EDITS, times: 2 });
      await lobby.press('Cancel');
      await hurried(async () => textOf(await lobbyOf(`said-${names}`)).includes('Cancelled'), 'a lobby that is right');
      await eventually(async () => {
        const left = await sql(`SELECT * FROM discord_outbox WHERE kind = 'lobby'`);
        if (left.length > 0) throw new Error(JSON.stringify(left));
        return true;
      }, 'nothing to be left');
    }, 60_000);
  });

  it('a message that somebody deleted is shown anew, with all that can be pressed', async () => {
    const lobby = await planned();
    world.discord.controls.deleteMessage((await lobby.message()).id);
    await sql(`UPDATE session SET version = version + 1 WHERE deployment_name = $1`, [`said-${names}`]);
    await sql(`INSERT INTO discord_outbox (key, kind, lane, priority, data, due_at) SELECT 'lobby ' || id, 'lobby', 'x', 0, jsonb_build_object('sessionId', id), now() FROM session WHERE deployment_name = $1`, [`said-${names}`]);
    const again = await lobbyOf(`said-${names}`);
    expect(textOf(again)).toContain('is gone. This one goes on showing it');
    await dev.press(again, 'Approve & Deploy');
    await eventually(async () => textOf(await dev.again(again)).includes('✅ Applied'), 'the apply', 40_000);
  }, 90_000);

  it('while Discord is away nothing is lost, and it is hardly asked', async () => {
    const lobby = await planned();
    slowly();
    await lobby.approve();
    await lobby.says('Applying…');
    world.discord.faults.outage();
    const before = world.discord.faults.requests.length;
    await eventually(async () => (await stateOf(`said-${names}`)) === 'APPLIED', 'the apply to end');
    await eventually(async () => (await sql('SELECT FROM discord_outbox WHERE tries > 0')).length >= 1, 'something to wait');
    expect(world.discord.faults.requests.length - before).toBeLessThan(12);
    world.discord.faults.clear();
    await hurried(async () => (await lobby.text()).includes('✅ Applied'), 'the lobby to be right');
    await hurried(async () => (await lobby.thread()).some((message) => textOf(message).includes('✅ Apply complete')), 'the end in the thread');
  }, 90_000);

  describe('the log finds its reader', () => {
    const hasLog = (message: PageMessage): boolean => message.attachments.some(({ filename }) => filename.endsWith('.log'));

    it('where the bot may open no threads: said when the session is opened, and posted below the lobby', async () => {
      world.discord.controls.denyBot(dev.channelId, P.CreatePublicThreads);
      const lobby = await planned();
      await eventually(async () => (await dev.messages()).some((message) => message.ephemeral && textOf(message).includes('Create Public Threads')), 'to be told at the opening');
      await lobby.approve();
      await lobby.says('✅ Applied');
      const end = await hurried(async () => (await dev.messages()).findLast((message) => textOf(message).includes('✅ Apply complete')), 'the end in the channel');
      expect(hasLog(end)).toBe(true);
      expect(textOf(end)).toContain('it has no thread that I can write into');
    }, 60_000);

    it('where the command was given inside of a thread: there', async () => {
      const outer = await planned();
      await outer.approve();
      await outer.ended('✅ Apply complete');
      const thread = (await outer.message()).id;
      const name = newName();
      const inner = await Lobby.open(dev.in(thread), 'said', { name });
      await inner.add('vpc', { name: `net-${names}` });
      await inner.approve();
      await inner.says('✅ Applied');
      await eventually(async () => (await dev.messages(thread)).filter((message) => textOf(message).includes('✅ Apply complete') && hasLog(message)).length === 2, 'both ends in one thread');
      expect(linesOf(await dev.messages(thread)).filter((line) => /^google_compute_network\.\S+: Creation complete/.test(line))).toHaveLength(2);
    }, 90_000);

    it.each([
      ['archived', (id: string) => world.discord.controls.archiveThread(id), 'thread'],
      ['locked', (id: string) => (world.discord.controls.denyBot(dev.channelId, P.ManageThreads), world.discord.controls.archiveThread(id, { locked: true })), 'channel'],
      ['deleted', (id: string) => world.discord.controls.deleteChannel(id), 'channel'],
    ] as const)('where its thread is %s while it is shown', async (_, disturb, where) => {
      const lobby = await planned();
      slowly();
      await lobby.approve();
      await eventually(async () => linesOf(await lobby.thread()).length > 0, 'the first lines');
      const { id } = await lobby.message();
      disturb(id);
      await lobby.says('✅ Applied');
      const place = where === 'thread' ? id : dev.channelId;
      const end = await hurried(async () => (await dev.messages(place)).findLast((message) => textOf(message).includes('✅ Apply complete') && message.timestamp > new Date(0).toISOString()), 'the end');
      expect(hasLog(end)).toBe(true);
    }, 60_000);

    it('where its channel is deleted: whoever began it reads it in a direct message, and the lobby goes on there', async () => {
      const general = world.person('developer', 'general');
      const name = newName();
      const lobby = await Lobby.open(general, 'said', { name });
      await lobby.add('vpc', { name: `net-${names}` });
      slowly();
      await lobby.approve();
      await lobby.says('Applying…');
      world.discord.controls.deleteChannel(general.channelId);
      await eventually(async () => (await stateOf(name)) === 'APPLIED', 'the apply to end');
      expect(hasLog(await written(dev, '✅ Apply complete'))).toBe(true);
      const shown = await written(dev, `Cloud Deployment: said`);
      expect(textOf(shown)).toContain('✅ Applied');
      expect(shown.components).toEqual([]);
    }, 60_000);
  });

  it('a long log ends within three seconds of its run, whole, compressed and readable', async () => {
    const lobby = await planned();
    world.cloud.setFaults([{ type: 'google_compute_network', action: 'create', name: `net-${names}`, delayMs: 8_000 }]);
    await lobby.approve();
    await lobby.says('Applying…');
    const [run] = await sql<{ id: string }>('SELECT run_id AS id FROM session WHERE deployment_name = $1', [`said-${names}`]);
    const LINES = 300_000;
    await eventually(async () => (await sql<{ n: number }>('SELECT line_count AS n FROM run WHERE id = $1', [run!.id]))[0]!.n > 0, 'the first line');
    // As the follower would have stored them: 30 MB.
    await sql(
      `WITH taken AS (UPDATE run SET line_count = line_count + ${LINES} WHERE id = $1 RETURNING line_count)
       INSERT INTO run_line (run_id, number, level, kind, text) SELECT $1, taken.line_count - ${LINES} + line, 'info', 'text', 'line ' || line || ' ' || md5(line::text) || md5((line + 1)::text) || repeat('x', 20) FROM taken, generate_series(1, ${LINES}) AS line`,
      [run!.id],
    );
    const endedAt = await eventually(async () => (await sql<{ at: Date }>(`SELECT ended_at AS at FROM run WHERE id = $1 AND state = 'ended'`, [run!.id]))[0]?.at, 'the run to end', 60_000);
    const end = await eventually(async () => (await lobby.thread()).find((message) => textOf(message).includes('✅ Apply complete')), 'the end', 60_000);
    const tookMs = Date.parse(end.timestamp) - endedAt.getTime();
    process.stdout.write(`   30 MB of log: the end ${tookMs} ms after the run's\n`);
    const files = (await lobby.thread()).flatMap(({ attachments }) => attachments);
    const text = (await Promise.all(files.map(async ({ url }) => gunzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).toString()))).join('');
    const numbers = text.trimEnd().split('\n').map((line) => Number(/^\s*(\d+)/.exec(line)?.[1]));
    expect(numbers.length).toBeGreaterThan(LINES);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }, 120_000);

  it('a name is one deployment: a command that is repeated says so, and makes no second session', async () => {
    const name = newName();
    await Promise.all(Array.from({ length: 8 }, () => dev.slash('cloud-deploy', { project: 'said', provider: 'gcp', name })));
    expect(await sql('SELECT FROM session WHERE deployment_name = $1', [name])).toHaveLength(1);
    expect((await dev.messages()).filter((message) => textOf(message).includes(`has a deployment \`${name}\` already`))).toHaveLength(7);
  });

  it(`after ${DRAFTS} drafts the next lobbies show their plans as ever`, async () => {
    const [{ id: project }] = (await sql<{ id: string }>(`SELECT id FROM project WHERE name = 'said'`)) as [{ id: string }];
    for (let from = 0; from < DRAFTS; from += 100) await Promise.all(Array.from({ length: 100 }, (_, index) => dev.slash('cloud-deploy', { project, provider: 'gcp', name: `draft-${from + index}` })));
    const lobbies = await Promise.all([1, 2, 3].map(() => Lobby.open(dev, 'said', { name: newName(), blueprint: 'static-site' })));
    const startedAt = performance.now();
    for (const lobby of lobbies) await lobby.says('Plan ready', 40_000);
    process.stdout.write(`   after ${DRAFTS} drafts: three plans shown after ${Math.round(performance.now() - startedAt)} ms\n`);
  }, 180_000);

  it('a request reaches administrators whose project names no channel, and whoever asked hears of its end', async () => {
    const nia = world.person('newcomer');
    const before = (await nia.messages()).length;
    const answers = [await nia.slash('cloud-request-access', { project: 'said', level: 'READ', duration: '1h', reason: 'Curious' }), await nia.slash('cloud-request-access', { project: 'no-such', level: 'READ', duration: '1h', reason: 'Curious' })];
    expect(textOf(answers[0]!.message)).toBe(textOf(answers[1]!.message));
    expect(textOf(await written(ada, 'asks for **READ** on `said`'))).toContain('/cloud-access');
    // Nothing in the channel of asking tells whether there is such a project.
    expect((await ada.messages()).map(textOf).join()).not.toContain('asks for **READ**');
    expect((await nia.messages()).length).toBe(before + 2);
    const listed = (await ada.slash('cloud-access')).message;
    expect(textOf(listed)).toContain('asks for **READ** on `said`');
    await ada.press(listed, 'Approve 1');
    await written(nia, 'was approved');
    await eventually(async () => textOf((await ada.directMessages()).find((message) => textOf(message).includes('approved'))!).includes('approved'), 'the card to say so');
    await sql(`UPDATE access_request SET expires_at = clock_timestamp() WHERE state = 'open'`);
    await engine.app.get(NoticeTask).run();
    expect(textOf(await written(nia, 'was not decided'))).not.toContain('no-such');
  }, 60_000);

  it('to whoever takes no direct messages it is said where they asked', async () => {
    const nia = world.person('newcomer');
    world.discord.controls.takesDirectMessages(nia.personaId, false);
    await nia.slash('cloud-request-access', { project: 'said', level: 'DEPLOY', duration: '1h', reason: 'Again' });
    const listed = (await ada.slash('cloud-access')).message;
    await ada.press(listed, 'Deny 1');
    await hurried(async () => (await nia.messages()).findLast((message) => textOf(message).includes('was denied')), 'the answer in the channel');
    world.discord.controls.takesDirectMessages(nia.personaId, true);
  });
});
