import { PermissionFlagsBits, type BaseInteraction } from 'discord.js';
import type { Actor } from '../../modules/access';
import { fail, failure, ok, type GuildId, type Result, type UserId } from '../../shared';

/** Who acts, from what Discord itself says of the interaction and from nothing else. */
export function actorOf(interaction: BaseInteraction): Result<Actor> {
  if (!interaction.inGuild()) return fail(failure('DISCORD.GUILD_ONLY', 'This works in a server, not in direct messages. Go to the server where your team deploys.'));
  return ok({
    guildId: interaction.guildId as GuildId,
    userId: interaction.user.id as UserId,
    isGuildManager: interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild),
  });
}
