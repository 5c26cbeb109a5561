import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';

/** An API that failed, or lacked its key, is asked again after this, however fresh prices are to be. */
const AGAIN_AFTER_HOURS = 6;

export interface RefreshOutcome {
  readonly taken: number;
  /** A line for each price that was not believed. */
  readonly heldBack: readonly string[];
  /** Why nothing could be read; absent where it could. */
  readonly problem?: string;
}

/** When each provider's prices were last asked for, and what came of it. */
@Injectable()
export class PriceRefreshRepository {
  constructor(private readonly transaction: Transaction) {}

  /** True for one process, if nobody has asked for so many hours; sooner where the last one got no answer. */
  async claim(provider: string, hours: number): Promise<boolean> {
    const rows: unknown = await this.transaction.manager.query(
      `INSERT INTO price_refresh AS last (provider, tried_at, taken, held_back) VALUES ($1, clock_timestamp(), 0, '[]')
       ON CONFLICT (provider) DO UPDATE SET tried_at = clock_timestamp() 
         WHERE last.tried_at < clock_timestamp() - CASE WHEN last.problem IS NULL AND last.succeeded_at IS NOT NULL THEN $2::double precision ELSE least($2::double precision, $3::double precision) END * interval '1 hour' RETURNING provider`, [provider, hours, AGAIN_AFTER_HOURS]);
    return Array.isArray(rows) && rows.length === 1;
  }

  async note(provider: string, { taken, heldBack, problem }: RefreshOutcome): Promise<void> {
    await this.transaction.manager.query(
      'UPDATE price_refresh SET taken = $2, held_back = $3, problem = $4::text, succeeded_at = CASE WHEN $4::text IS NULL THEN clock_timestamp() ELSE succeeded_at END WHERE provider = $1',
      [provider, taken, JSON.stringify(heldBack), problem ?? null]);
  }
}
