import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Clock, fail, failure, ok, type GrantId, type Result, type SessionId } from '../../../shared';
import { Authorise, type AccessLevel, type Actor, type Project } from '../../access';
import type { Session } from '../domain/session';
import { changedMeanwhile, sessionNotFound } from '../domain/session-failures';
import { SessionRepository } from '../persistence/session.repository';
import { SessionLedger, type Deed } from '../persistence/session-ledger';

/** What a person's change is decided on. */
export interface SessionCase {
  readonly session: Session;
  readonly project: Project;
  readonly level: AccessLevel;
  /** The grants that give this level; none for who manages the guild. */
  readonly grantIds: readonly GrantId[];
  readonly now: Date;
}

// Two people rarely press at once, and the second look decides.
const ATTEMPTS = 4;

/** Loads, authorises, lets the domain decide, saves: the way of every change that a person asks of a session. */
@Injectable()
export class SessionAccess {
  constructor(
    private readonly queries: QueryBus,
    private readonly sessions: SessionRepository,
    private readonly ledger: SessionLedger,
    private readonly clock: Clock,
  ) {}

  /** A session one may see and change: one's own with DEPLOY, anybody's with ADMIN. */
  async open(actor: Actor, sessionId: SessionId): Promise<Result<SessionCase>> {
    const seen = await this.see(actor, sessionId);
    if (!seen.ok || seen.value.level === 'ADMIN') return seen;
    if (seen.value.level === 'READ') return fail(failure('ACCESS.LEVEL_NEEDED', `This needs DEPLOY on \`${seen.value.project.name}\`; you have READ. Ask an administrator for \`/cloud-grant\`.`));
    if (seen.value.session.values.ownerId !== actor.userId) return fail(failure('ACCESS.NOT_OWNER', 'This is somebody else’s session: only they and the project’s administrators can change it.'));
    return seen;
  }

  /** A session one may look at. */
  async see(actor: Actor, sessionId: SessionId): Promise<Result<SessionCase>> {
    const session = await this.sessions.find(sessionId);
    if (!session || session.values.guildId !== actor.guildId) return fail(sessionNotFound());
    const authorised = await this.queries.execute(new Authorise(actor, session.values.projectId, 'READ'));
    return authorised.ok ? ok({ session, ...authorised.value, now: await this.clock.now() }) : fail(sessionNotFound());
  }

  async change(
    actor: Actor,
    sessionId: SessionId,
    deed: Deed,
    decide: (opened: SessionCase) => Result<Session> | Promise<Result<Session>>,
    then?: (saved: Session) => Promise<void>,
  ): Promise<Result<Session>> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const opened = await this.open(actor, sessionId);
      if (!opened.ok) return opened;
      const decided = await decide(opened.value);
      if (!decided.ok) return decided;
      const saved = await this.ledger.enter(decided.value, { ...deed, by: actor.userId }, then);
      if (saved) return ok(saved);
    }
    return fail(changedMeanwhile());
  }
}
