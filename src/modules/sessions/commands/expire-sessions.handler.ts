import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SessionLedger } from '../persistence/session-ledger';
import { ExpireSessions } from './expire-sessions.command';

@CommandHandler(ExpireSessions)
export class ExpireSessionsHandler implements ICommandHandler<ExpireSessions> {
  constructor(private readonly ledger: SessionLedger) {}

  execute(): Promise<number> {
    return this.ledger.expireDue();
  }
}
