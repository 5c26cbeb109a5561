import { GatewayOpcodes } from 'discord.js';
import type { Connection } from './connection';

const REMEMBERED_EVENTS = 2_000;

interface Event {
  op: GatewayOpcodes.Dispatch;
  t: string;
  s: number;
  d: object;
}

/** A bot's session: it outlives its connection, and tells a resumed one what was missed. */
export class GatewaySession {
  private sequence = 0;
  private readonly events: Event[] = [];
  connection: Connection | undefined;
  /** When the connection was lost, in milliseconds since 1970. */
  lostAtMs: number | undefined;

  constructor(
    readonly id: string,
    readonly intents: number,
    connection: Connection,
  ) {
    this.connection = connection;
  }

  dispatch(name: string, data: object): void {
    const event: Event = { op: GatewayOpcodes.Dispatch, t: name, s: ++this.sequence, d: data };
    this.events.push(event);
    if (this.events.length > REMEMBERED_EVENTS) this.events.shift();
    this.connection?.send(event);
  }

  /** Whether everything after `sequence` is still known. */
  canResumeFrom(sequence: number): boolean {
    const oldest = this.events[0]?.s ?? 1;
    return sequence <= this.sequence && sequence >= oldest - 1;
  }

  resume(sequence: number, connection: Connection): void {
    this.connection = connection;
    this.lostAtMs = undefined;
    for (const event of this.events) if (event.s > sequence) connection.send(event);
    this.dispatch('RESUMED', { _trace: ['sandbox'] });
  }
}
