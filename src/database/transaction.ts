import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { confirmClaim, forgetOldRequests, onceForAll } from './handled-requests';

/**
 * The transaction that surrounds the code that is running. Repositories, history and jobs ask it for the manager,
 * so that whatever a handler does inside `run` is committed together or not at all.
 */
@Injectable()
export class Transaction {
  private readonly current = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in a transaction; inside another one it simply joins it. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.current.getStore()) return work();
    return this.dataSource.transaction((manager) => this.current.run(manager, async () => {
      await confirmClaim(manager);
      return work();
    }));
  }

  /** Does what a person asked for once, however many processes were told of it. @throws AlreadyHandled where it is not this one's to do. */
  once<T>(requestId: string, work: () => Promise<T>): Promise<T> {
    return onceForAll(this.dataSource.manager, requestId, work);
  }

  async forgetOldRequests(): Promise<void> {
    await forgetOldRequests(this.dataSource.manager);
  }

  /** The manager of the surrounding transaction, or one that commits each statement by itself. */
  get manager(): EntityManager {
    return this.current.getStore() ?? this.dataSource.manager;
  }
}
