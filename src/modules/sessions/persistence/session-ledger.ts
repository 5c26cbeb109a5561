import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { Jobs } from '../../../jobs';
import { History, type HistoryEntry, type UserId } from '../../../shared';
import { ReleaseUsage } from '../../finops';
import { DiscardPlans } from '../../terraform';
import type { Session } from '../domain/session';
import type { SessionState } from '../domain/session-state';
import { SESSION_CHANGED_QUEUE } from '../queues';
import { SessionRepository } from './session.repository';

export interface Deed {
  /** Such as `session.approve`. */
  readonly action: string;
  /** Absent: the engine itself. */
  readonly by?: UserId;
  readonly outcome?: HistoryEntry['outcome'];
  readonly detail?: HistoryEntry['detail'];
}

/** In these states no plan of the session will ever be applied. */
const WITHOUT_PLAN: readonly SessionState[] = ['DRAFT', 'VALIDATING', 'CANCELLED', 'EXPIRED', 'FAILED'];

/** Enters a session's change with its history row, its news and whatever else must happen, all in one transaction. */
@Injectable()
export class SessionLedger {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly transaction: Transaction,
    private readonly history: History,
    private readonly jobs: Jobs,
    private readonly commands: CommandBus,
  ) {}

  /** A deployment of a new name. False, with nothing written, where the project has one of that name. */
  async openNew(session: Session, detail: HistoryEntry['detail'], then?: (opened: Session) => Promise<void>): Promise<boolean> {
    return this.transaction.run(async () => {
      const { projectId, deploymentName } = session.values;
      if (await this.sessions.isNameTaken(projectId, deploymentName)) return false;
      return this.open(session, detail, then);
    });
  }

  /** False, with nothing written, where another session is at work on the same deployment. */
  async open(session: Session, detail: HistoryEntry['detail'], then?: (opened: Session) => Promise<void>): Promise<boolean> {
    return this.transaction.run(async () => {
      const { provider, region, ownerId, purpose } = session.values;
      if (!(await this.sessions.add(session))) return false;
      await this.announce(session, { action: `session.${purpose === 'deploy' ? 'start' : purpose}`, by: ownerId, detail: { provider, region, kinds: session.values.resources.map(({ kind }) => kind), ...detail } });
      await then?.(session);
      return true;
    });
  }

  /** Answers the saved session; undefined, with nothing written, where somebody else changed it first. */
  async enter(session: Session, deed: Deed, then?: (saved: Session) => Promise<void>): Promise<Session | undefined> {
    return this.transaction.run(async () => {
      const saved = await (session.state === 'APPROVED' ? this.sessions.approve(session) : this.sessions.save(session));
      if (!saved) return undefined;
      await this.announce(saved, deed);
      await this.letGo(saved);
      await then?.(saved);
      return saved;
    });
  }

  /** Ends every session whose time is over. */
  async expireDue(): Promise<number> {
    return this.transaction.run(async () => {
      const expired = await this.sessions.expireDue();
      for (const session of expired) {
        await this.announce(session, { action: 'session.expire' });
        await this.letGo(session);
      }
      return expired.length;
    });
  }

  // A saved plan holds secrets, and what is reserved for it others go without: both are kept only while it may still be applied.
  private async letGo({ id, state, values }: Session): Promise<void> {
    if (!WITHOUT_PLAN.includes(state)) return;
    await this.commands.execute(new DiscardPlans(values.deploymentId));
    await this.commands.execute(new ReleaseUsage(id));
  }

  private async announce({ id, values }: Session, { action, by, outcome = 'done', detail }: Deed): Promise<void> {
    await this.history.record({
      guildId: values.guildId, projectId: values.projectId, action, subject: id, outcome,
      detail: { ...detail, state: values.state, version: values.version }, ...(by && { actorId: by }),
    });
    await this.jobs.send(SESSION_CHANGED_QUEUE, { sessionId: id, version: values.version, state: values.state });
  }
}
