import { createInflate, constants } from 'node:zlib';
import { GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import type { SandboxDiscord } from '../server';
import { DEPLOYMENTS, eventually, GENERAL, rest, startForTest, TOKEN } from '../test-support/bot';

interface Payload {
  op: GatewayOpcodes;
  t?: string;
  s?: number;
  d?: { session_id?: string; resume_gateway_url?: string; content?: string } | boolean;
}

/** A bot without a library. */
class PlainBot {
  readonly received: Payload[] = [];
  readonly closed: Promise<number>;
  private readonly inflate = createInflate({ flush: constants.Z_SYNC_FLUSH });

  constructor(
    private readonly socket: WebSocket,
    compressed: boolean,
  ) {
    socket.binaryType = 'arraybuffer';
    this.closed = new Promise((resolve) => socket.addEventListener('close', (event) => resolve(event.code)));
    this.inflate.on('data', (chunk: Buffer) => this.received.push(JSON.parse(chunk.toString()) as Payload));
    socket.addEventListener('message', (event) => {
      const data: unknown = event.data;
      if (compressed && data instanceof ArrayBuffer) this.inflate.write(Buffer.from(data));
      else this.received.push(JSON.parse(String(data)) as Payload);
    });
  }

  send(payload: object): void {
    this.socket.send(JSON.stringify(payload));
  }

  got(match: Partial<Payload>): Promise<Payload> {
    return eventually(() => this.received.find((one) => (match.op === undefined || one.op === match.op) && (match.t === undefined || one.t === match.t)));
  }

  close(): void {
    this.socket.close();
  }
}

describe('the gateway', () => {
  let sandbox: SandboxDiscord;
  beforeEach(async () => void (sandbox = await startForTest()));
  afterEach(() => sandbox.close());

  const connect = async (query = '') => {
    const bot = new PlainBot(new WebSocket(`ws://127.0.0.1:${sandbox.port}/gateway/?v=10&encoding=json${query}`), query !== '');
    await bot.got({ op: GatewayOpcodes.Hello });
    return bot;
  };
  const identify = (intents: number, token = TOKEN) => ({ op: GatewayOpcodes.Identify, d: { token, intents, properties: {} } });
  const send = (channelId: string, content: string) => rest(sandbox, 'POST', `/channels/${channelId}/messages`, { content });

  it('greets, answers heartbeats, and sends what the intents ask for', async () => {
    const bot = await connect();
    bot.send({ op: GatewayOpcodes.Heartbeat, d: null });
    await bot.got({ op: GatewayOpcodes.HeartbeatAck });
    bot.send(identify(GatewayIntentBits.GuildMessages));
    const ready = await bot.got({ t: 'READY' });
    expect(ready.d).toMatchObject({ v: 10, guilds: [{ unavailable: true }], resume_gateway_url: `ws://127.0.0.1:${sandbox.port}/gateway` });
    await send(DEPLOYMENTS, 'hello');
    expect((await bot.got({ t: 'MESSAGE_CREATE' })).d).toMatchObject({ content: 'hello', channel_id: DEPLOYMENTS });
    expect(bot.received.some((one) => one.t === 'GUILD_CREATE')).toBe(false);
    bot.close();
  });

  it('compresses for whoever asks', async () => {
    const bot = await connect('&compress=zlib-stream');
    bot.send(identify(GatewayIntentBits.Guilds));
    expect((await bot.got({ t: 'GUILD_CREATE' })).d).toMatchObject({ name: 'Acme Cloud' });
    bot.close();
  });

  it('replays what was missed, from the number that was seen last', async () => {
    const bot = await connect();
    bot.send(identify(GatewayIntentBits.GuildMessages));
    const ready = await bot.got({ t: 'READY' });
    const sessionId = typeof ready.d === 'object' ? ready.d.session_id : '';
    sandbox.faults.dropGateway();
    await bot.closed;
    await send(DEPLOYMENTS, 'missed');
    await send(GENERAL, 'missed too');
    const again = await connect();
    again.send({ op: GatewayOpcodes.Resume, d: { token: TOKEN, session_id: sessionId, seq: ready.s } });
    await again.got({ t: 'RESUMED' });
    expect(again.received.map((one) => one.t).filter((name) => name !== undefined)).toEqual(['MESSAGE_CREATE', 'MESSAGE_CREATE', 'RESUMED']);
    again.close();
  });

  it('knows no session that it never opened', async () => {
    const bot = await connect();
    bot.send({ op: GatewayOpcodes.Resume, d: { token: TOKEN, session_id: 'nothing', seq: 1 } });
    expect((await bot.got({ op: GatewayOpcodes.InvalidSession })).d).toBe(false);
    bot.close();
  });

  it.each<[string, object, number]>([
    ['a wrong token', identify(1, 'wrong'), 4004],
    ['intents that do not exist', identify(1 << 30), 4013],
    ['something that is no payload', { hello: true }, 4002],
    ['a presence before identifying', { op: GatewayOpcodes.PresenceUpdate, d: {} }, 4003],
  ])('closes on %s', async (_, payload, code) => {
    const bot = await connect();
    bot.send(payload);
    expect(await bot.closed).toBe(code);
  });
});
