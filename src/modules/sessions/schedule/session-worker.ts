import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Interval } from '@nestjs/schedule';
import { Settings } from '../../../config';
import { Jobs } from '../../../jobs';
import { Clock, type RunId, type SessionId } from '../../../shared';
import { FollowingStopped, GetRun, InterruptLostRuns, ListOpenRuns, StopStrays } from '../../terraform';
import { ApplySession } from '../commands/apply-session.command';
import { PlanSession } from '../commands/plan-session.command';
import type { Session } from '../domain/session';
import { SessionRepository } from '../persistence/session.repository';
import { RUN_QUEUE, type Turn } from '../queues';
import { RunSlots } from './run-slots';

const LOOK_AGAIN_EVERY_MS = 15_000;
/** So long after its approval a session that is in no line has lost its job. */
const ABANDONED_AFTER_MS = 60_000;

/** Takes plans and applies from the queue, and first of all goes on with what an earlier life of this worker left open. */
@Injectable()
export class SessionWorker implements OnApplicationBootstrap {
  private readonly logger = new Logger(SessionWorker.name);
  /** What this process is at, waiting for a slot included. */
  private readonly underWay = new Set<SessionId>();

  constructor(
    private readonly sessions: SessionRepository,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly jobs: Jobs,
    private readonly slots: RunSlots,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.runsTerraform) return;
    await this.commands.execute(new StopStrays());
    await this.resume();
    await this.lookAgain();
    await this.jobs.work(RUN_QUEUE, this.settings.workerConcurrency, ({ sessionId, step }) => this.fromQueue(sessionId, step));
  }

  private async fromQueue(sessionId: SessionId, step: Turn['step']): Promise<void> {
    this.underWay.add(sessionId);
    try {
      await this.slots.use(() => this.take(sessionId, step));
    } finally {
      this.underWay.delete(sessionId);
    }
  }

  // A job that died with its process blocks its key until it counts as dead; what is left open is therefore taken up
  // here directly. Each step is a compare-and-set, so that a job that does come again finds nothing to do.
  private async resume(): Promise<void> {
    const mine = new Set(await this.queries.execute(new ListOpenRuns()));
    const inLine = new Set((await this.jobs.waiting(RUN_QUEUE)).map(({ sessionId }) => sessionId));
    const isLeft = ({ id, state, values }: Session): boolean =>
      state === 'VALIDATING' || state === 'APPROVED' ? !inLine.has(id) : values.runId !== undefined && mine.has(values.runId);
    for (const session of await this.sessions.inStates(['VALIDATING', 'PLANNING', 'APPROVED', 'APPLYING'])) {
      if (!isLeft(session)) continue;
      this.logger.log({ session: session.id, state: session.state }, 'Going on with a session that was left open');
      this.inBackground(session);
    }
  }

  /** What a lost worker left: an approved session whose job died with it, an apply that was never begun, that nobody follows, or whose end nobody told. */
  @Interval(LOOK_AGAIN_EVERY_MS)
  async lookAgain(): Promise<void> {
    if (!this.settings.runsTerraform) return;
    try {
      await this.commands.execute(new InterruptLostRuns());
      const inLine = new Set((await this.jobs.waiting(RUN_QUEUE)).map(({ sessionId }) => sessionId));
      const mine = new Set(await this.queries.execute(new ListOpenRuns()));
      const now = await this.clock.now();
      for (const session of await this.sessions.inStates(['APPROVED', 'APPLYING'])) {
        if (!inLine.has(session.id) && !this.underWay.has(session.id) && (await this.isAbandoned(session, mine, now))) this.inBackground(session);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'Looking after sessions of lost workers');
    }
  }

  private async isAbandoned({ state, values }: Session, mine: ReadonlySet<RunId>, now: Date): Promise<boolean> {
    const approvedAt = values.approvals.at(-1)?.at ?? values.createdAt;
    if (state === 'APPROVED' || !values.runId) return now.getTime() - approvedAt.getTime() > ABANDONED_AFTER_MS;
    // One of this machine's that nobody here follows any more: the database was away for longer than anybody waits.
    if (mine.has(values.runId)) return true;
    const run = await this.queries.execute(new GetRun(values.runId));
    return run === undefined || run.state === 'ended';
  }

  private inBackground({ id, state }: Session): void {
    const work = (): Promise<void> => this.take(id, state === 'APPROVED' || state === 'APPLYING' ? 'apply' : 'plan');
    const under = state === 'APPLYING' ? this.slots.hold(work) : this.slots.use(work);
    this.underWay.add(id);
    under.finally(() => this.underWay.delete(id)).catch((error: unknown) => this.logger.error({ err: error, session: id }, 'Going on with a session'));
  }

  private async take(sessionId: Turn['sessionId'], step: Turn['step']): Promise<void> {
    if (step === 'plan') await this.commands.execute(new PlanSession(sessionId));
    else await this.commands.execute(new ApplySession(sessionId)).catch(letGo);
  }
}

/** The run goes on without this process, which is stopping. */
function letGo(error: unknown): void {
  if (!(error instanceof FollowingStopped)) throw error;
}
