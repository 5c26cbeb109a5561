import { GuildMember, PermissionFlagsBits, type BaseInteraction } from 'discord.js';
import type { Actor } from '../../modules/access';
import { fail, failure, ok, type GuildId, type Result, type UserId } from '../../shared';

// Discord sends the member with every interaction: what they have at this very moment.
function rolesOf({ member }: BaseInteraction): readonly string[] {
  if (!member) return [];
  return member instanceof GuildMember ? [...member.roles.cache.keys()] : member.roles;
}

/** Who acts, from what Discord itself says of the interaction and from nothing else. */
export function actorOf(interaction: BaseInteraction): Result<Actor> {
  if (!interaction.inGuild()) return fail(failure('DISCORD.GUILD_ONLY', 'This works in a server, not in direct messages. Go to the server where your team deploys.'));
  return ok({
    guildId: interaction.guildId as GuildId,
    userId: interaction.user.id as UserId,
    roleIds: rolesOf(interaction),
    isGuildManager: interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild),
  });
}
