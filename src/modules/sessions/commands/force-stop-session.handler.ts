import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fail, failure, type Result } from '../../../shared';
import { CancelRun } from '../../terraform';
import type { Session } from '../domain/session';
import { ForceStopSession } from './force-stop-session.command';
import { SessionAccess } from './session-access';

@CommandHandler(ForceStopSession)
export class ForceStopSessionHandler implements ICommandHandler<ForceStopSession> {
  constructor(
    private readonly access: SessionAccess,
    private readonly commands: CommandBus,
  ) {}

  execute({ actor, sessionId }: ForceStopSession): Promise<Result<Session>> {
    return this.access.change(
      actor, sessionId, { action: 'session.force-stop' },
      ({ session, project, level, now }) => (level === 'ADMIN' ? session.forceStop(actor.userId, now)
        : fail(failure('ACCESS.LEVEL_NEEDED', `Stopping by force needs ADMIN on \`${project.name}\`; you have ${level}. Ask one of its administrators to press it.`))),
      async ({ values: { runId } }) => {
        if (runId) await this.commands.execute(new CancelRun(runId, { force: true }));
      },
    );
  }
}
