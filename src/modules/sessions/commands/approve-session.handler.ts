import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Jobs } from '../../../jobs';
import type { Result } from '../../../shared';
import { OpenAttempt } from '../../terraform';
import { mayApprove } from '../domain/approver';
import type { Session } from '../domain/session';
import { RUN_QUEUE, turnFor } from '../queues';
import { ApproveSession } from './approve-session.command';
import { SessionAccess } from './session-access';

@CommandHandler(ApproveSession)
export class ApproveSessionHandler implements ICommandHandler<ApproveSession> {
  constructor(
    private readonly access: SessionAccess,
    private readonly commands: CommandBus,
    private readonly jobs: Jobs,
  ) {}

  execute({ actor, sessionId, planId, typedName }: ApproveSession): Promise<Result<Session>> {
    return this.access.change(
      actor, sessionId, { action: 'session.approve', detail: { planId } },
      ({ session, project, level, now }) => {
        const allowed = mayApprove(actor, level, project, session);
        return allowed.ok ? session.approve(planId, actor.userId, now, typedName) : allowed;
      },
      (saved) => this.queue(saved),
    );
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
