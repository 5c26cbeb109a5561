import { PermissionFlagsBits, type BaseInteraction } from 'discord.js';
import type { Actor } from '../../modules/access';
import { fail, failure, ok, type GuildId, type Result, type UserId } from '../../shared';

/** Who is acting, as Discord vouches for it. Refused in direct messages, where there is no tenant. */
export function actorOf(interaction: BaseInteraction): Result<Actor> {
  if (!interaction.guildId) return fail(failure('DISCORD.NO_GUILD', 'Cloud Engine works in servers, not in direct messages. Use this command in a channel of your server.'));
  return ok(Object.freeze({
    guildId: interaction.guildId as GuildId,
    userId: interaction.user.id as UserId,
    isGuildManager: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  }));
}
