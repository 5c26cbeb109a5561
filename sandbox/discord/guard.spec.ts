import { request } from 'node:http';
import { WebSocket } from 'ws';
import type { SandboxDiscord } from './server';
import { ADA, eventually, person, startForTest, TOKEN } from './test-support/bot';

interface Asked {
  readonly method?: string;
  readonly host?: string;
  readonly origin?: string;
  readonly cookie?: string;
  readonly authorization?: string;
}

describe('whom the sandbox answers', () => {
  let sandbox: SandboxDiscord;
  let cookie: string;

  beforeAll(async () => {
    sandbox = await startForTest();
    cookie = (await fetch(sandbox.pageUrl)).headers.getSetCookie()[0] ?? '';
  });
  afterAll(() => sandbox.close());

  const here = (): string => `127.0.0.1:${sandbox.port}`;
  const headersOf = ({ host, origin, cookie: kept, authorization }: Asked): Record<string, string> => ({ host: host ?? here(), ...(origin && { origin }), ...(kept && { cookie: kept }), ...(authorization && { authorization }) });

  const ask = (path: string, asked: Asked = {}): Promise<number> => new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: sandbox.port, path, method: asked.method ?? 'GET', headers: headersOf(asked), setHost: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', reject).end();
  });
  const open = (path: string, asked: Asked = {}): Promise<'opened' | 'refused'> => new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}${path}`, { headers: headersOf(asked) });
    socket.on('open', () => {
      socket.terminate();
      resolve('opened');
    });
    socket.on('error', () => resolve('refused'));
  });
  const state = `/page/state?persona=${ADA}`;
  const rebinding = (): string => `sandbox.evil.example:${sandbox.port}`;

  it('are this machine’s own names', async () => {
    for (const host of [here(), `localhost:${sandbox.port}`, `[::1]:${sandbox.port}`]) expect({ host, status: await ask(state, { host, cookie }) }).toEqual({ host, status: 200 });
  });

  it.each(['/', state, '/page/interactions', '/api/v10/gateway', '/attachments/1/1/x'])('is no page at another name that leads here: %s', async (path) => {
    expect(await ask(path, { host: rebinding(), origin: `http://${rebinding()}`, cookie })).toBe(403);
    expect(await ask(path, { host: rebinding(), cookie })).toBe(403);
    expect(await ask(path, { host: '127.0.0.1:1', cookie })).toBe(403);
  });

  it.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1'])('is no page of %s', async (origin) => {
    for (const path of ['/', state, '/api/v10/gateway', '/attachments/1/1/x']) expect({ path, status: await ask(path, { origin, cookie, authorization: `Bot ${TOKEN}` }) }).toEqual({ path, status: 403 });
    expect(await open(`/page/events?persona=${ADA}`, { origin, cookie })).toBe('refused');
    expect(await open('/gateway/?v=10&encoding=json', { origin })).toBe('refused');
  });

  it('is nobody without the session of this start', async () => {
    expect(await ask(state)).toBe(401);
    expect(await ask('/page/interactions', { method: 'POST' })).toBe(401);
    expect(await ask(state, { cookie: `${cookie.split('=')[0]}=guessed` })).toBe(401);
    expect(await open(`/page/events?persona=${ADA}`)).toBe('refused');
    expect(await open(`/page/events?persona=${ADA}`, { cookie })).toBe('opened');
    expect(await open('/gateway/?v=10&encoding=json')).toBe('opened');
  });

  it('is handed a session that scripts cannot read and other sites cannot use', () => {
    expect(cookie).toMatch(new RegExp(`^sandbox_session_${sandbox.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`));
  });

  it('goes on answering a program after a new start at the same address', async () => {
    const first = await startForTest();
    const ada = person(first, ADA);
    expect((await ada.state()).personas).toHaveLength(3);
    await first.close();
    const second = await startForTest({ port: first.port });
    // A connection that the first one closed may be tried once more.
    expect((await eventually(() => ada.state().catch(() => undefined))).personas).toHaveLength(3);
    await second.close();
  });
});
