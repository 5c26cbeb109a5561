import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Jobs } from '../../../jobs';
import type { Result } from '../../../shared';
import { mayApprove } from '../domain/approver';
import type { Session } from '../domain/session';
import { RUN_QUEUE, turnFor } from '../queues';
import { ApproveSession } from './approve-session.command';
import { SessionAccess } from './session-access';

@CommandHandler(ApproveSession)
export class ApproveSessionHandler implements ICommandHandler<ApproveSession> {
  constructor(
    private readonly access: SessionAccess,
    private readonly jobs: Jobs,
  ) {}

  execute({ actor, sessionId, planId, typedName }: ApproveSession): Promise<Result<Session>> {
    return this.access.change(
      actor, sessionId, { action: 'session.approve', detail: { planId } },
      ({ session, project, level, now }) => {
        const allowed = mayApprove(actor, level, project, session);
        return allowed.ok ? session.approve(planId, actor.userId, now, typedName) : allowed;
      },
      (saved) => this.jobs.send(RUN_QUEUE, turnFor('apply', saved)),
    );
  }
}
