import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Jobs } from '../../../jobs';
import type { Result } from '../../../shared';
import type { Session } from '../domain/session';
import { RUN_QUEUE, turnFor } from '../queues';
import { RefreshSession } from './refresh-session.command';
import { SessionAccess } from './session-access';

@CommandHandler(RefreshSession)
export class RefreshSessionHandler implements ICommandHandler<RefreshSession> {
  constructor(
    private readonly access: SessionAccess,
    private readonly jobs: Jobs,
  ) {}

  execute({ actor, sessionId }: RefreshSession): Promise<Result<Session>> {
    return this.access.change(
      actor, sessionId, { action: 'session.refresh' },
      ({ session, now }) => session.requestPlan(now),
      (saved) => this.jobs.send(RUN_QUEUE, turnFor('plan', saved)),
    );
  }
}
