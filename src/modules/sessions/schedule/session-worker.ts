import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Settings } from '../../../config';
import { Jobs } from '../../../jobs';
import type { SessionId } from '../../../shared';
import { FollowingStopped, ListOpenRuns } from '../../terraform';
import { ApplySession } from '../commands/apply-session.command';
import { PlanSession } from '../commands/plan-session.command';
import { SessionRepository } from '../persistence/session.repository';
import { APPLY_QUEUE, PLAN_QUEUE } from '../queues';

/** Takes plans and applies from the queues, and first of all goes on with what an earlier life of this worker left open. */
@Injectable()
export class SessionWorker implements OnApplicationBootstrap {
  private readonly logger = new Logger(SessionWorker.name);

  constructor(
    private readonly sessions: SessionRepository,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.runsTerraform) return;
    await this.resume();
    await this.jobs.work(PLAN_QUEUE, this.settings.workerConcurrency, ({ sessionId }) => this.commands.execute(new PlanSession(sessionId)));
    await this.jobs.work(APPLY_QUEUE, this.settings.workerConcurrency, ({ sessionId }) => this.commands.execute(new ApplySession(sessionId)).catch(letGo));
  }

  // A job that died with its process blocks its key until it counts as dead; what is left open is therefore taken up
  // here directly. Each step is a compare-and-set, so that a job that does come again finds nothing to do.
  private async resume(): Promise<void> {
    const mine = new Set(await this.queries.execute(new ListOpenRuns()));
    for (const { id, state, values } of await this.sessions.inStates(['VALIDATING', 'PLANNING', 'APPROVED', 'APPLYING'])) {
      const left = state === 'VALIDATING' || state === 'APPROVED' || (values.runId !== undefined && mine.has(values.runId));
      if (!left) continue;
      this.logger.log({ session: id, state }, 'Going on with a session that was left open');
      this.inBackground(id, state === 'APPROVED' || state === 'APPLYING' ? new ApplySession(id) : new PlanSession(id));
    }
  }

  private inBackground(session: SessionId, command: ApplySession | PlanSession): void {
    this.commands.execute(command).catch(letGo).catch((error: unknown) => this.logger.error({ err: error, session }, 'Going on with a session'));
  }
}

/** The run goes on without this process, which is stopping. */
function letGo(error: unknown): void {
  if (!(error instanceof FollowingStopped)) throw error;
}
