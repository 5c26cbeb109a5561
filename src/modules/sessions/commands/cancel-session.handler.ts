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

  async execute({ actor, sessionId }: CancelSession): Promise<Result<Session>> {
    const cancelled = await this.access.change(actor, sessionId, { action: 'session.cancel' }, ({ session, now }) => session.cancel(now));
    // A plan that is being made is of no use any more; one that ended already is not there to be stopped.
    if (cancelled.ok && cancelled.value.values.runId) await this.commands.execute(new CancelRun(cancelled.value.values.runId));
    return cancelled;
  }
}
