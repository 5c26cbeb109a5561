import { Injectable } from '@nestjs/common';
import { Transaction } from '../../database';
import type { Wish } from './wish';

/** A wish that the courier has in hand. */
export interface TakenWish {
  readonly key: string;
  readonly kind: string;
  readonly lane: string;
  readonly data: unknown;
  readonly revision: number;
  readonly tries: number;
  /** Since when it is wanted in vain, in milliseconds. */
  readonly agedMs: number;
}

export interface Undelivered {
  readonly key: string;
  readonly kind: string;
  readonly tries: number;
  readonly problem: string | null;
  readonly wantedSince: Date;
  readonly isGivenUp: boolean;
}

/** So long one delivery may take before another courier may take it up. */
const HELD_MS = 120_000;
const MOST_IN_ONE_STATEMENT = 1_000;

/**
 * What has to appear in Discord: a row for each thing, there from the transaction that wants it until Discord has taken
 * it. A wish that comes again is the same row with a higher revision, so that only the newest is ever drawn.
 */
@Injectable()
export class Outbox {
  private wake: (() => void) | undefined;

  constructor(private readonly transaction: Transaction) {}

  /** Joins the surrounding transaction. `delayMs`: not before. What keeps being refused keeps its pause, however often it is wished. */
  async put(wishes: readonly Wish[], delayMs = 0): Promise<void> {
    for (let from = 0; from < wishes.length; from += MOST_IN_ONE_STATEMENT) {
      const unique = [...new Map(wishes.slice(from, from + MOST_IN_ONE_STATEMENT).map((wish) => [wish.key, wish])).values()];
      await this.transaction.manager.query(
        `INSERT INTO discord_outbox AS held (key, kind, lane, priority, data, due_at)
         SELECT *, clock_timestamp() + $6 * interval '1 millisecond' FROM unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::jsonb[])
         ON CONFLICT (key) DO UPDATE SET
           data = excluded.data, revision = held.revision + 1, given_up_at = NULL, priority = least(held.priority, excluded.priority),
           wanted_since = CASE WHEN held.given_up_at IS NULL THEN held.wanted_since ELSE clock_timestamp() END,
           due_at = CASE WHEN held.tries = 0 OR held.given_up_at IS NOT NULL THEN least(held.due_at, excluded.due_at) ELSE held.due_at END`,
        [unique.map(({ key }) => key), unique.map(({ kind }) => kind), unique.map(({ lane }) => lane), unique.map(({ priority }) => priority), unique.map(({ data }) => JSON.stringify(data)), delayMs],
      );
    }
    this.wake?.();
  }

  /** Whoever delivers is told that something was put here, though perhaps not committed yet. */
  onPut(wake: () => void): void {
    this.wake = wake;
  }

  /** Takes what is due, the most wanted of each lane, and no lane that is at work. */
  async take(most: number, lanesAtWork: readonly string[]): Promise<readonly TakenWish[]> {
    const [rows] = await this.transaction.manager.query<[TakenWish[], number]>(
      `UPDATE discord_outbox SET taken_until = clock_timestamp() + $3 * interval '1 millisecond' WHERE key IN (
         SELECT key FROM (
           SELECT DISTINCT ON (lane) key, priority, due_at FROM discord_outbox
           WHERE given_up_at IS NULL AND due_at <= clock_timestamp() AND (taken_until IS NULL OR taken_until < clock_timestamp()) AND lane <> ALL ($2)
           ORDER BY lane, priority, due_at) AS next
         ORDER BY priority, due_at LIMIT $1)
       RETURNING key, kind, lane, data, revision, tries, (extract(epoch FROM clock_timestamp() - wanted_since) * 1000)::double precision AS "agedMs"`,
      [most, lanesAtWork, HELD_MS],
    );
    return rows;
  }

  /** It appeared. What was wished in the meantime is due at once. */
  async delivered({ key, revision }: TakenWish): Promise<void> {
    const [gone] = await this.transaction.manager.query<[object[], number]>('DELETE FROM discord_outbox WHERE key = $1 AND revision = $2 RETURNING key', [key, revision]);
    if (gone.length === 0) await this.transaction.manager.query('UPDATE discord_outbox SET taken_until = NULL, tries = 0, problem = NULL, wanted_since = clock_timestamp(), due_at = clock_timestamp() WHERE key = $1', [key]);
  }

  /** It appeared, and there is more after so long; at once where it was wished again in the meantime. */
  async later({ key, revision }: TakenWish, delayMs: number): Promise<void> {
    await this.transaction.manager.query(
      `UPDATE discord_outbox SET taken_until = NULL, tries = 0, problem = NULL, wanted_since = clock_timestamp(),
         due_at = CASE WHEN revision = $2 THEN clock_timestamp() + $3 * interval '1 millisecond' ELSE clock_timestamp() END WHERE key = $1`,
      [key, revision, delayMs],
    );
  }

  /** It did not get through. */
  async postpone({ key }: TakenWish, pauseMs: number, problem: string): Promise<void> {
    await this.transaction.manager.query(`UPDATE discord_outbox SET taken_until = NULL, tries = tries + 1, problem = $3, due_at = clock_timestamp() + $2 * interval '1 millisecond' WHERE key = $1`, [key, pauseMs, problem]);
  }

  /** It cannot be delivered, as far as anybody knows. It stays listed, and is tried again when it is wished again. */
  async giveUp({ key }: TakenWish, problem: string): Promise<void> {
    await this.transaction.manager.query('UPDATE discord_outbox SET taken_until = NULL, tries = tries + 1, problem = $2, given_up_at = clock_timestamp() WHERE key = $1', [key, problem]);
  }

  /** For a courier that begins, when no other one is at work: what an earlier one had in hand, and what it was waiting with, is due. */
  async beginAnew(): Promise<void> {
    await this.transaction.manager.query('UPDATE discord_outbox SET taken_until = NULL, due_at = CASE WHEN tries > 0 THEN least(due_at, clock_timestamp()) ELSE due_at END WHERE given_up_at IS NULL AND (taken_until IS NOT NULL OR tries > 0)');
  }

  /** What has not appeared although it was tried, the oldest first. */
  async undelivered(most: number): Promise<readonly Undelivered[]> {
    return this.transaction.manager.query<Undelivered[]>(
      `SELECT key, kind, tries, problem, wanted_since AS "wantedSince", given_up_at IS NOT NULL AS "isGivenUp" FROM discord_outbox WHERE tries > 0 OR given_up_at IS NOT NULL ORDER BY wanted_since LIMIT $1`,
      [most],
    );
  }
}
