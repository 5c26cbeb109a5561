import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Injectable, Logger } from '@nestjs/common';
import { LeaseRepository } from './lease.repository';

/** Something that only the leader does; what `start` answers with ends it. */
export interface LeadersWork {
  start(): Promise<() => Promise<void>>;
}

/** A lease that nobody renews ends after so long. */
const LEASE_MS = 6_000;
const RENEW_EVERY_MS = 2_000;
const ASK_EVERY_MS = 1_000;
const LEASE = 'discord';

/**
 * Of several bots on one database one leads: it holds the gateway and delivers what has to appear. The lease is a row with an
 * end, by the database's clock, so that it works through any pooler and ends by itself with a process that was killed. While
 * the database is away nobody else can lead either, so whoever leads goes on.
 */
@Injectable()
export class Leadership {
  /** Of this process, in this life. */
  readonly holder = `${hostname()}:${process.pid}:${randomUUID()}`;
  private readonly logger = new Logger(Leadership.name);
  private readonly works: LeadersWork[] = [];
  private stops: (() => Promise<void>)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private asking: Promise<void> = Promise.resolve();
  private leads = false;
  private isEnded = false;
  private lost: () => void = () => undefined;

  constructor(private readonly leases: LeaseRepository) {}

  get isLeader(): boolean {
    return this.leads;
  }

  /** Is begun when this process leads, in the order in which it was added, and ended the other way round. */
  whileLeading(work: LeadersWork): void {
    this.works.push(work);
  }

  /** Another one leads although this process did: it was held up for longer than its lease. */
  onLost(callback: () => void): void {
    this.lost = callback;
  }

  /** Asks for the lease for the first time. @throws what the work of a leader throws while it begins: a start that cannot succeed fails at once. */
  async begin(): Promise<void> {
    if (await this.leases.take(LEASE, this.holder, LEASE_MS)) await this.lead();
    else this.logger.log('Another bot leads: this one stands by');
    this.askAgain();
  }

  /** Gives the lease back, so that another one leads at once, and ends the leader's work. */
  async end(): Promise<void> {
    if (this.isEnded) return;
    this.isEnded = true;
    clearTimeout(this.timer);
    await this.asking;
    // First the lease: whoever comes next needs a moment to begin.
    if (this.leads) await this.leases.giveBack(LEASE, this.holder).catch((error: unknown) => this.logger.warn({ err: error }, 'Giving back the lease'));
    await this.stopWorks();
  }

  private askAgain(): void {
    if (this.isEnded) return;
    this.timer = setTimeout(() => {
      this.asking = this.ask().finally(() => this.askAgain());
    }, this.leads ? RENEW_EVERY_MS : ASK_EVERY_MS);
  }

  private async ask(): Promise<void> {
    const holds = await this.leases.take(LEASE, this.holder, LEASE_MS).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'Asking for the lease');
      return undefined;
    });
    if (holds === undefined || this.isEnded) return;
    if (holds && !this.leads) await this.lead().catch((error: unknown) => this.stumble(error));
    if (!holds && this.leads) await this.lose();
  }

  private async lead(): Promise<void> {
    this.leads = true;
    this.logger.log('This bot leads');
    // However long the work takes to begin, the lease is kept meanwhile.
    const keep = setInterval(() => void this.leases.take(LEASE, this.holder, LEASE_MS).catch(() => undefined), RENEW_EVERY_MS);
    try {
      for (const work of this.works) this.stops.unshift(await work.start());
    } finally {
      clearInterval(keep);
    }
  }

  // Somebody else may have more luck.
  private async stumble(error: unknown): Promise<void> {
    this.logger.error({ err: error }, 'Beginning to lead');
    await this.stopWorks();
    await this.leases.giveBack(LEASE, this.holder).catch(() => undefined);
    this.lost();
  }

  private async lose(): Promise<void> {
    this.logger.warn('Another bot leads now: this one was held up for longer than its lease');
    await this.stopWorks();
    this.lost();
  }

  private async stopWorks(): Promise<void> {
    this.leads = false;
    const stops = this.stops;
    this.stops = [];
    for (const stop of stops) await stop().catch((error: unknown) => this.logger.warn({ err: error }, 'Ending the work of a leader'));
  }
}
