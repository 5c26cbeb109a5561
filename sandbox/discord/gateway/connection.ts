import type { Socket } from 'node:net';
import { createDeflate, constants, type Deflate } from 'node:zlib';
import { GatewayOpcodes } from 'discord.js';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';

/** Close codes of Discord's gateway that the sandbox uses. */
export const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  timedOut: 4009,
  invalidIntents: 4013,
} as const;

const PAYLOADS_PER_MINUTE = 120;
const payloadSchema = z.object({ op: z.enum(GatewayOpcodes), d: z.unknown().optional() });
export type GatewayPayload = z.infer<typeof payloadSchema>;

/** One WebSocket of a bot: sends JSON, compressed if it asked for that, and reads payloads. */
export class Connection {
  private readonly deflate: Deflate | undefined;
  private received: number[] = [];
  private heartbeatTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly socket: WebSocket,
    private readonly raw: Socket,
    compress: boolean,
    onPayload: (payload: GatewayPayload) => void,
    onClose: () => void,
  ) {
    if (compress) {
      this.deflate = createDeflate({ flush: constants.Z_SYNC_FLUSH });
      this.deflate.on('data', (chunk: Buffer) => socket.send(chunk));
    }
    socket.on('message', (data) => this.read(data, onPayload));
    socket.on('close', () => {
      clearTimeout(this.heartbeatTimer);
      this.deflate?.close();
      onClose();
    });
    socket.on('error', () => socket.terminate());
  }

  send(payload: object): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    const json = JSON.stringify(payload);
    if (this.deflate === undefined) this.socket.send(json);
    else this.deflate.write(json);
  }

  hello(heartbeatEveryMs: number): void {
    this.send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatEveryMs, _trace: ['sandbox'] } });
    this.expectHeartbeat(heartbeatEveryMs);
  }

  /** A connection that sends no heartbeat for two intervals is closed. */
  expectHeartbeat(everyMs: number): void {
    clearTimeout(this.heartbeatTimer);
    this.heartbeatTimer = setTimeout(() => this.close(CLOSE.timedOut, 'Session timed out.'), 2 * everyMs);
    this.heartbeatTimer.unref();
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  /** Ends the connection as a broken network does: a TCP reset. */
  reset(): void {
    this.raw.resetAndDestroy();
  }

  private read(data: RawData, onPayload: (payload: GatewayPayload) => void): void {
    const now = Date.now();
    this.received = [...this.received.filter((at) => now - at < 60_000), now];
    if (this.received.length > PAYLOADS_PER_MINUTE) return this.close(CLOSE.rateLimited, 'You are being rate limited.');
    const payload = decode(data);
    if (payload === undefined) return this.close(CLOSE.decodeError, 'Error while decoding payload.');
    onPayload(payload);
  }
}

function decode(data: RawData): GatewayPayload | undefined {
  try {
    const text = Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as Buffer).toString();
    return payloadSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
