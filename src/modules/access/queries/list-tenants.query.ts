import { Query } from '@nestjs/cqrs';
import type { GuildId } from '../../../shared';

/** The servers that this installation works for; before the bot has said so, those that have a project. */
export class ListTenants extends Query<readonly GuildId[]> {}
