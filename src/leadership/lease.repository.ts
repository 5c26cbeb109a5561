import { Injectable } from '@nestjs/common';
import { Transaction } from '../database';

@Injectable()
export class LeaseRepository {
  constructor(private readonly transaction: Transaction) {}

  /** Takes the lease, or renews it: true where this holder has it from now on, for so long. */
  async take(name: string, holder: string, forMs: number): Promise<boolean> {
    const rows = await this.transaction.manager.query<object[]>(
      `INSERT INTO leader AS lease (name, holder, until) VALUES ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
       ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE lease.holder = excluded.holder OR lease.until < clock_timestamp() RETURNING name`,
      [name, holder, forMs],
    );
    return rows.length === 1;
  }

  async giveBack(name: string, holder: string): Promise<void> {
    await this.transaction.manager.query('DELETE FROM leader WHERE name = $1 AND holder = $2', [name, holder]);
  }
}
