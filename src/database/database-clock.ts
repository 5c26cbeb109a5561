import { Injectable } from '@nestjs/common';
import { Clock } from '../shared';
import { Transaction } from './transaction';

/** The database's time: the one clock that all processes share. */
@Injectable()
export class DatabaseClock extends Clock {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async now(): Promise<Date> {
    const [row] = await this.transaction.manager.query<{ now: Date }[]>('SELECT clock_timestamp() AS now');
    if (!row) throw new Error('PostgreSQL did not tell the time');
    return row.now;
  }
}
