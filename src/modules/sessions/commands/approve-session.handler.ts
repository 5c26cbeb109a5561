import { CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Jobs } from '../../../jobs';
import { fail, type GrantId, type Result } from '../../../shared';
import { HoldGrants, type Actor } from '../../access';
import { OpenAttempt } from '../../terraform';
import { othersNeeded } from '../domain/approval';
import { mayApprove } from '../domain/approver';
import type { Session } from '../domain/session';
import { planOfAnother, sessionNotFound } from '../domain/session-failures';
import { isMadeFor } from '../domain/session-plan';
import { RUN_QUEUE, turnFor } from '../queues';
import { AccessEnded } from './access-ended';
import { ApproveSession } from './approve-session.command';
import { SessionAccess } from './session-access';
import { SessionPolicy } from './session-policy';

@CommandHandler(ApproveSession)
export class ApproveSessionHandler implements ICommandHandler<ApproveSession> {
  constructor(
    private readonly access: SessionAccess,
    private readonly policy: SessionPolicy,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly jobs: Jobs,
  ) {}

  async execute({ actor, sessionId, planId, typedName }: ApproveSession): Promise<Result<Session>> {
    let via: readonly GrantId[] = [];
    try {
      return await this.access.change(
        actor, sessionId, { action: 'session.approve', detail: { planId } },
        async ({ session, project, level, grantIds, now }) => {
          const { plan } = session.values;
          const allowed = mayApprove(actor, level, project, session, plan && (await this.policy.ofBudget(session, project, plan.cost)));
          if (plan && !isMadeFor(plan, project)) return fail(planOfAnother());
          via = grantIds;
          return allowed.ok ? session.approve(planId, { by: actor.userId, via, level, needed: Math.max(1, othersNeeded(project, session.values.violations)), typedName }, now) : allowed;
        },
        (saved) => this.enter(saved, actor, via),
      );
    } catch (error) {
      if (error instanceof AccessEnded) return fail(sessionNotFound());
      throw error;
    }
  }

  // The grant is held until this is committed: what is revoked at the same moment is revoked before or after, never both.
  private async enter(session: Session, { userId }: Actor, via: readonly GrantId[]): Promise<void> {
    if (via.length > 0 && (await this.queries.execute(new HoldGrants(via))).length === 0) throw new AccessEnded(userId);
    if (session.state === 'APPROVED') await this.queue(session);
  }

  // In the approval's own transaction: whoever comes second finds that the plan has its attempt.
  private async queue(session: Session): Promise<void> {
    const { runId, plan, deploymentId } = session.values;
    if (!runId || !plan) throw new Error(`Session ${session.id} is approved without a plan or a run`);
    const opened = await this.commands.execute(new OpenAttempt({ runId, planId: plan.id, deploymentId, sha256: plan.sha256 }));
    if (!opened.ok) throw new Error(`Plan ${plan.id} has an attempt already`);
    await this.jobs.send(RUN_QUEUE, turnFor('apply', session));
  }
}
