import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import { guildCreate } from '../world/guild';
import type { World } from '../world/world';
import { CLOSE, Connection, type GatewayPayload } from './connection';
import { gatewayEvent } from './events';
import { GatewaySession } from './session';

const HEARTBEAT_EVERY_MS = 41_250;
const RESUMABLE_FOR_MS = 5 * 60_000;
const MOST_INTENTS = 1 << 26;

const identifySchema = z.object({ token: z.string(), intents: z.number().int() });
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int() });

/** The gateway: keeps the bot's sessions and tells them what happens. */
export class Gateway {
  private readonly sessions = new Map<string, GatewaySession>();
  private readonly connections = new Set<Connection>();

  constructor(
    private readonly world: World,
    private readonly token: string,
    private readonly url: () => string,
    private readonly onPresence: (online: boolean) => void,
  ) {
    world.onChange((change) => {
      const event = gatewayEvent(world, change);
      if (event !== undefined) this.dispatch(event.name, event.data, event.intent);
    });
  }

  /** Whether a bot is connected. */
  get online(): boolean {
    return [...this.sessions.values()].some((session) => session.connection !== undefined);
  }

  accept(socket: WebSocket, request: IncomingMessage, raw: Socket): void {
    const compress = new URL(request.url ?? '', 'http://sandbox').searchParams.get('compress') === 'zlib-stream';
    const connection: Connection = new Connection(
      socket,
      raw,
      compress,
      (payload) => this.handle(connection, payload),
      () => this.lost(connection),
    );
    this.connections.add(connection);
    connection.hello(HEARTBEAT_EVERY_MS);
  }

  /** Tells the sessions that want it. An intent of 0 reaches everybody. */
  dispatch(name: string, data: object, intent = 0): void {
    for (const session of this.sessions.values()) {
      if (session.lostAtMs !== undefined && Date.now() - session.lostAtMs > RESUMABLE_FOR_MS) this.sessions.delete(session.id);
      else if (intent === 0 || (session.intents & intent) !== 0) session.dispatch(name, data);
    }
  }

  /** Breaks every connection by a TCP reset. Sessions stay and can be resumed. */
  reset(): void {
    for (const connection of this.connections) connection.reset();
  }

  /** Asks every bot to reconnect and resume, as Discord does when it moves a bot to another machine. */
  askToReconnect(): void {
    for (const connection of this.connections) connection.send({ op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Forgets all sessions, so that a bot has to identify anew instead of resuming. */
  forgetSessions(): void {
    this.sessions.clear();
  }

  private handle(connection: Connection, payload: GatewayPayload): void {
    switch (payload.op) {
      case GatewayOpcodes.Heartbeat:
        connection.expectHeartbeat(HEARTBEAT_EVERY_MS);
        return connection.send({ op: GatewayOpcodes.HeartbeatAck });
      case GatewayOpcodes.Identify:
        return this.identify(connection, payload.d);
      case GatewayOpcodes.Resume:
        return this.resume(connection, payload.d);
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestGuildMembers:
        return this.sessionOf(connection) === undefined ? connection.close(CLOSE.notAuthenticated, 'Not authenticated.') : this.serve(connection, payload);
      default:
        return connection.close(CLOSE.unknownOpcode, 'Unknown opcode.');
    }
  }

  private identify(connection: Connection, data: unknown): void {
    if (this.sessionOf(connection) !== undefined) return connection.close(CLOSE.alreadyAuthenticated, 'Already authenticated.');
    const asked = identifySchema.safeParse(data).data;
    if (asked === undefined) return connection.close(CLOSE.decodeError, 'Error while decoding payload.');
    if (asked.token.replace(/^Bot /, '') !== this.token) return connection.close(CLOSE.authenticationFailed, 'Authentication failed.');
    if (asked.intents < 0 || asked.intents >= MOST_INTENTS) return connection.close(CLOSE.invalidIntents, 'Invalid intent(s).');
    const session = new GatewaySession(randomUUID().replaceAll('-', ''), asked.intents, connection);
    this.sessions.set(session.id, session);
    const { guildId, botId, bot } = this.world.directory;
    session.dispatch('READY', {
      v: 10,
      user: { ...bot, verified: true, mfa_enabled: true, email: null },
      user_settings: {},
      guilds: [{ id: guildId, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: this.url(),
      shard: [0, 1],
      session_type: 'normal',
      private_channels: [],
      relationships: [],
      application: { id: botId, flags: 1 << 23 },
      _trace: ['sandbox'],
    });
    if ((asked.intents & GatewayIntentBits.Guilds) !== 0) session.dispatch('GUILD_CREATE', guildCreate(this.world));
    this.onPresence(true);
  }

  private resume(connection: Connection, data: unknown): void {
    const asked = resumeSchema.safeParse(data).data;
    if (asked === undefined) return connection.close(CLOSE.decodeError, 'Error while decoding payload.');
    if (asked.token.replace(/^Bot /, '') !== this.token) return connection.close(CLOSE.authenticationFailed, 'Authentication failed.');
    const session = this.sessions.get(asked.session_id);
    if (session === undefined) return connection.send({ op: GatewayOpcodes.InvalidSession, d: false });
    if (!session.canResumeFrom(asked.seq)) return connection.close(CLOSE.invalidSequence, 'Invalid seq.');
    session.resume(asked.seq, connection);
    this.onPresence(true);
  }

  private serve(connection: Connection, payload: GatewayPayload): void {
    if (payload.op !== GatewayOpcodes.RequestGuildMembers) return;
    const nonce = z.object({ nonce: z.string().optional() }).safeParse(payload.d).data?.nonce;
    const members = this.world.directory.allMembers();
    const chunk = { guild_id: this.world.directory.guildId, members, chunk_index: 0, chunk_count: 1, not_found: [], nonce };
    this.sessionOf(connection)?.dispatch('GUILD_MEMBERS_CHUNK', chunk);
  }

  private lost(connection: Connection): void {
    this.connections.delete(connection);
    const session = this.sessionOf(connection);
    if (session === undefined) return;
    session.connection = undefined;
    session.lostAtMs = Date.now();
    if (!this.online) this.onPresence(false);
  }

  private sessionOf(connection: Connection): GatewaySession | undefined {
    return [...this.sessions.values()].find((session) => session.connection === connection);
  }
}
