import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import { CancelRun } from '../../terraform';
import type { Session } from '../domain/session';
import { CancelSession } from './cancel-session.command';
import { SessionAccess } from './session-access';

@CommandHandler(CancelSession)
export class CancelSessionHandler implements ICommandHandler<CancelSession> {
  constructor(
    private readonly access: SessionAccess,
    private readonly commands: CommandBus,
  ) {}

  execute({ actor, sessionId }: CancelSession): Promise<Result<Session>> {
    return this.access.change(
      actor, sessionId, { action: 'session.cancel' },
      ({ session, now }) => (session.state === 'APPLYING' ? session.requestStop(actor.userId, now) : session.cancel(now)),
      (saved) => this.stopRun(saved),
    );
  }

  // A plan that is being made is of no use any more; a run that ended already is not there to be stopped.
  private async stopRun({ values: { runId } }: Session): Promise<void> {
    if (runId) await this.commands.execute(new CancelRun(runId));
  }
}
