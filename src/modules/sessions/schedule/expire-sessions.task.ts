import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Cron, CronExpression } from '@nestjs/schedule';
import { ExpireSessions } from '../commands/expire-sessions.command';

/** Every worker does it; whoever comes first ends what is over, and the others find nothing left. */
@Injectable()
export class ExpireSessionsTask {
  constructor(private readonly commands: CommandBus) {}

  @Cron(CronExpression.EVERY_5_MINUTES)
  async run(): Promise<void> {
    await this.commands.execute(new ExpireSessions());
  }
}
