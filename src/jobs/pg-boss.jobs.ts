import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { Transaction } from '../database';
import { Jobs, type SendOptions } from './jobs';
import type { JobRules, Queue } from './queue';

const MOST_WAITING = 500;

/** pg-boss: the queue lives in the same PostgreSQL, so that a job can be part of our own transaction. */
@Injectable()
export class PgBossJobs extends Jobs implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(PgBossJobs.name);
  private readonly boss: PgBoss;
  private readonly known = new Map<string, Promise<void>>();

  constructor(url: string, private readonly transaction: Transaction) {
    super();
    this.boss = new PgBoss({
      connectionString: url, schema: 'jobs', createSchema: false, application_name: 'cloud-engine-jobs', max: 10,
      useListenNotify: true, schedule: false, monitorIntervalSeconds: 1, superviseIntervalSeconds: 1, maintenanceIntervalSeconds: 60,
    });
    this.boss.on('error', (error) => this.logger.error(error, 'Running the job queue'));
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
  }

  /** While the database is still there for the jobs that are being worked on. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 5_000 });
  }

  async send<T extends object>(queue: Queue<T>, data: T, options: SendOptions = {}): Promise<void> {
    await this.ensure(queue);
    const startAfter = options.delayMs === undefined ? undefined : new Date(Date.now() + options.delayMs);
    await this.boss.send(queue.name, data, {
      singletonKey: queue.key(data), ...optionsOf(queue.rules?.(data)), ...(queue.share && (await this.turnOf(queue.name, queue.share(data)))),
      ...(startAfter && { startAfter }), db: this.connection(),
    });
  }

  async work<T extends object>(queue: Queue<T>, concurrency: number, handle: (data: T) => Promise<void>): Promise<void> {
    await this.ensure(queue);
    await this.boss.work<T>(queue.name, {
      localConcurrency: concurrency, batchSize: 1, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5,
      ...(queue.share && { localGroupConcurrency: Math.max(1, concurrency - 1) }),
    }, async ([job]) => {
      if (!job) return;
      try {
        await handle(queue.data.parse(job.data));
      } catch (error) {
        this.logger.error({ err: error, queue: queue.name, job: job.id }, 'Working on a job');
        throw error;
      }
    });
  }

  async workTogether<T extends object>(queue: Queue<T>, most: number, handle: (data: readonly T[]) => Promise<void>): Promise<() => Promise<void>> {
    await this.ensure(queue);
    const id = await this.boss.work<T>(queue.name, { batchSize: most, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5 }, async (jobs) => {
      try {
        await handle(jobs.map(({ data }) => queue.data.parse(data)));
      } catch (error) {
        this.logger.error({ err: error, queue: queue.name, jobs: jobs.length }, 'Working on jobs');
        throw error;
      }
    });
    return () => this.boss.offWork(queue.name, { id });
  }

  async waiting<T extends object>(queue: Queue<T>): Promise<readonly T[]> {
    const rows = await this.transaction.manager.query<{ data: unknown }[]>(
      `SELECT data FROM jobs.job WHERE name = $1 AND state IN ('created', 'retry') AND start_after <= clock_timestamp() ORDER BY priority DESC, created_on LIMIT ${MOST_WAITING}`,
      [queue.name],
    );
    return rows.map(({ data }) => queue.data.parse(data));
  }

  // Start-time fair queueing: a job's place is after the last one of its own share, but never before the head of the line,
  // so that whoever sends a hundred jobs waits behind whoever sends one, and nobody waits for ever.
  private async turnOf(queue: string, share: string): Promise<{ priority: number; group: { id: string } }> {
    const [row] = await this.transaction.manager.query<{ tag: number }[]>(
      `WITH line AS (SELECT -priority AS tag, group_id, state FROM jobs.job WHERE name = $1 AND state IN ('created', 'retry', 'active'))
       SELECT greatest(
         coalesce((SELECT min(tag) FROM line WHERE state <> 'active'), (SELECT max(tag) FROM line), 0),
         coalesce((SELECT max(tag) + 1 FROM line WHERE group_id = $2), 0)) AS tag`,
      [queue, share],
    );
    return { priority: -(row?.tag ?? 0), group: { id: share } };
  }

  // The statement joins the surrounding transaction; outside one it commits by itself.
  private connection(): { executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }> } {
    const manager = this.transaction.manager;
    return {
      executeSql: async (text, values) => {
        const rows: unknown = await manager.query(text, values);
        return { rows: Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [] };
      },
    };
  }

  private ensure(queue: Queue<object> | { readonly name: string }): Promise<void> {
    const full = queue as Queue<object>;
    const made = this.known.get(full.name) ?? this.create(full);
    this.known.set(full.name, made);
    return made;
  }

  private async create(queue: Queue<object>): Promise<void> {
    await this.boss.createQueue(queue.name, {
      policy: 'singleton', notify: true, ...optionsOf(queue),
      retentionSeconds: 14 * 24 * 3600, deleteAfterSeconds: 24 * 3600,
    });
  }
}

function optionsOf({ retryLimit, retryDelaySeconds, expireInSeconds, heartbeatSeconds }: Partial<JobRules> = {}): { retryLimit?: number; retryDelay?: number; expireInSeconds?: number; heartbeatSeconds?: number } {
  return {
    ...(retryLimit !== undefined && { retryLimit }), ...(retryDelaySeconds !== undefined && { retryDelay: retryDelaySeconds }),
    ...(expireInSeconds !== undefined && { expireInSeconds }), ...(heartbeatSeconds !== undefined && { heartbeatSeconds }),
  };
}
