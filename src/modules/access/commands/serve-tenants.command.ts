import { Command } from '@nestjs/cqrs';
import type { GuildId } from '../../../shared';

/** Says which servers this installation works for from now on: those and no others. */
export class ServeTenants extends Command<void> {
  constructor(readonly guildIds: readonly GuildId[]) {
    super();
    Object.freeze(this);
  }
}
