import type { TextChannel } from 'discord.js';
import { defaultSeed } from '../default-seed';
import type { SandboxDiscord } from '../server';
import { ADA, APPLICATION, DEPLOYMENTS, GUILD, loggedIn, NIA, person, rest, startForTest } from '../test-support/bot';

const messages = `/channels/${DEPLOYMENTS}/messages`;

describe('the REST API', () => {
  let sandbox: SandboxDiscord;
  beforeEach(async () => void (sandbox = await startForTest()));
  afterEach(() => sandbox.close());

  it.each([
    ['GET', '/channels/1', 404, 10003],
    ['GET', `${messages}/1`, 404, 10008],
    ['PATCH', `${messages}/1`, 404, 10008],
    ['GET', '/guilds/1', 404, 10004],
    ['GET', `/guilds/${GUILD}/members/1`, 404, 10007],
    ['POST', '/interactions/1/token/callback', 404, 10062],
    ['PATCH', `/webhooks/${APPLICATION}/token/messages/@original`, 401, 50027],
    ['GET', '/nowhere', 404, 0],
  ])('refuses %s %s', async (method, path, status, code) => {
    const body = method === 'GET' ? undefined : { type: 4, data: { content: 'x' } };
    expect(await rest(sandbox, method, path, body)).toMatchObject({ status, json: { code } });
  });

  it('wants the token', async () => {
    expect(await rest(sandbox, 'GET', '/users/@me', undefined, 'wrong')).toMatchObject({ status: 401, json: { message: '401: Unauthorized', code: 0 } });
  });

  it('makes a message once for one nonce', async () => {
    const body = { content: 'Applied', nonce: 'run-1', enforce_nonce: true };
    const first = await rest(sandbox, 'POST', messages, body);
    const second = await rest(sandbox, 'POST', messages, body);
    expect(second.json.id).toBe(first.json.id);
    expect(await person(sandbox, ADA).messages()).toHaveLength(1);
  });

  it('mentions only whom it may', async () => {
    const content = `<@${ADA}> and <@${NIA}> @everyone`;
    const all = await rest(sandbox, 'POST', messages, { content });
    const one = await rest(sandbox, 'POST', messages, { content, allowed_mentions: { parse: [], users: [NIA] } });
    expect(all.json).toMatchObject({ mention_everyone: true, mentions: [{ id: ADA }, { id: NIA }] });
    expect(one.json).toMatchObject({ mention_everyone: false, mentions: [{ id: NIA }] });
  });

  it('lists messages by the page', async () => {
    const ids: string[] = [];
    for (const content of ['a', 'b', 'c', 'd', 'e']) ids.push((await rest(sandbox, 'POST', messages, { content })).json.id);
    const contents = async (query: string) => ((await rest(sandbox, 'GET', `${messages}?${query}`)).json as unknown as { content: string }[]).map((one) => one.content).join('');
    expect(await contents('limit=2')).toBe('ed');
    expect(await contents(`before=${ids[2]}`)).toBe('ba');
    expect(await contents(`after=${ids[1]}&limit=2`)).toBe('dc');
    expect(await contents(`around=${ids[2]}&limit=3`)).toBe('dcb');
  });

  it('limits messages in a channel and says so in headers', async () => {
    for (let sent = 0; sent < 5; sent += 1) expect((await rest(sandbox, 'POST', messages, { content: 'x' })).status).toBe(200);
    const sixth = await rest(sandbox, 'POST', messages, { content: 'x' });
    expect(sixth).toMatchObject({ status: 429, json: { message: 'You are being rate limited.', global: false } });
    expect(sixth.json.retry_after).toBeGreaterThan(0);
  });

  it('lets the bot do only what its role and the channel allow', async () => {
    const [deployments, general] = defaultSeed.channels;
    const deny = (bits: bigint) => [{ id: APPLICATION, type: 1 as const, allow: '0', deny: bits.toString() }];
    const channels = [
      { ...deployments!, permissionOverwrites: deny(1n << 11n) },
      { ...general!, permissionOverwrites: deny(1n << 10n) },
    ];
    const strict = await startForTest({ seed: { ...defaultSeed, channels } });
    expect(await rest(strict, 'POST', messages, { content: 'x' })).toMatchObject({ status: 403, json: { code: 50013 } });
    expect(await rest(strict, 'GET', `/channels/${general!.id}`)).toMatchObject({ status: 403, json: { code: 50001 } });
    await strict.close();
  });
});

describe('a bot in trouble', () => {
  let sandbox: SandboxDiscord;
  beforeEach(async () => void (sandbox = await startForTest({ rateLimits: { messages: { requests: 2, perMs: 300 } } })));
  afterEach(() => sandbox.close());

  const channelOf = async (client: Awaited<ReturnType<typeof loggedIn>>) => (await client.channels.fetch(DEPLOYMENTS)) as TextChannel;

  it('waits as the headers say', async () => {
    const client = await loggedIn(sandbox);
    const channel = await channelOf(client);
    let refused = 0;
    client.rest.on('response', (_, response) => void (refused += response.status === 429 ? 1 : 0));
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((content) => channel.send(content)));
    expect(await person(sandbox, ADA).messages()).toHaveLength(5);
    expect(refused).toBe(0);
    await client.destroy();
  });

  it('obeys a 429 and repeats after a server error without doubling', async () => {
    const client = await loggedIn(sandbox);
    const channel = await channelOf(client);
    sandbox.faults.rateLimitNext(1, { method: 'POST', path: /messages$/, retryAfterSeconds: 0.1 });
    await channel.send('limited');
    sandbox.faults.failNext(1, { method: 'POST', path: /messages$/, status: 502, applied: true });
    await channel.send({ content: 'lost answer', nonce: 'n1', enforceNonce: true });
    expect((await person(sandbox, ADA).messages()).map((one) => one.content)).toEqual(['limited', 'lost answer']);
    await client.destroy();
  });

  it('gives up on an answer that never comes', async () => {
    const client = await loggedIn(sandbox, { rest: { timeout: 100, retries: 0 } });
    const channel = await channelOf(client);
    sandbox.faults.ignoreNext(1, { method: 'POST' });
    await expect(channel.send('x')).rejects.toThrow();
    await client.destroy();
  });

  it('is told about a wrong token', async () => {
    await expect(rest(sandbox, 'GET', '/gateway/bot', undefined, 'wrong')).resolves.toMatchObject({ status: 401 });
    const socket = new WebSocket(`${sandbox.restUrl.replace('http', 'ws').replace('/api', '')}/gateway/?v=10&encoding=json`);
    const closed = new Promise<number>((resolve) => socket.addEventListener('close', (event) => resolve(event.code)));
    socket.addEventListener('open', () => socket.send(JSON.stringify({ op: 2, d: { token: 'wrong', intents: 1, properties: {} } })));
    expect(await closed).toBe(4004);
  });
});

describe('the sandbox itself', () => {
  it('says when its port is taken', async () => {
    const first = await startForTest();
    await expect(startForTest({ port: first.port })).rejects.toThrow(`port ${first.port} on 127.0.0.1 is taken`);
    await first.close();
  });
});
