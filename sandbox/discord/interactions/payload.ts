import { ApplicationIntegrationType, InteractionContextType, Locale, type APIBaseInteraction, type InteractionType } from 'discord.js';
import { LARGEST_ATTACHMENT_BYTES } from '../world/attachments';
import { guildPermissions } from '../world/permissions';
import { presented } from '../world/presented';
import type { Channel, StoredInteraction } from '../world/records';
import type { World } from '../world/world';

type InteractionPayload = Omit<APIBaseInteraction<InteractionType, object>, 'channel'> & { channel: Channel & { permissions: string } };

/** INTERACTION_CREATE as the gateway sends it. */
export function interactionPayload(world: World, interaction: StoredInteraction, data: object): InteractionPayload {
  const { directory } = world;
  const channel = world.channel(interaction.channelId);
  const member = directory.member(interaction.userId);
  const source = interaction.sourceMessageId === undefined ? undefined : world.message(interaction.sourceMessageId);
  if (channel === undefined || member === undefined) throw new Error('An interaction needs a channel and a member.');
  const permissions = world.permissionsIn(channel, interaction.userId);
  return {
    id: interaction.id,
    application_id: directory.botId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    guild_id: directory.guildId,
    guild: { id: directory.guildId, locale: Locale.EnglishUS, features: [] },
    channel_id: channel.id,
    channel: { ...channel, permissions: permissions.toString() },
    member: { ...member, permissions: permissions.toString() },
    app_permissions: world.permissionsIn(channel, directory.botId).toString(),
    locale: Locale.EnglishUS,
    guild_locale: Locale.EnglishUS,
    entitlements: [],
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: directory.guildId },
    context: InteractionContextType.Guild,
    attachment_size_limit: LARGEST_ATTACHMENT_BYTES,
    ...(source === undefined ? {} : { message: presented(world, source) }),
    data,
  };
}

/** `data.resolved` for ids that a person chose: members, roles and channels, whichever they are. */
export function resolve(world: World, ids: readonly string[]): object | undefined {
  const { directory } = world;
  const users: Record<string, object> = {};
  const members: Record<string, object> = {};
  const roles: Record<string, object> = {};
  const channels: Record<string, object> = {};
  for (const id of ids) {
    const member = directory.member(id);
    const role = directory.role(id);
    const channel = world.channel(id);
    if (member !== undefined) {
      users[id] = member.user;
      // Here Discord leaves out the user, and who is deaf or mute.
      members[id] = { ...member, user: undefined, deaf: undefined, mute: undefined, permissions: guildPermissions(directory, id).toString() };
    }
    if (role !== undefined) roles[id] = role;
    if (channel !== undefined) {
      const { id: channelId, name, type, parent_id } = channel;
      channels[id] = { id: channelId, name, type, parent_id, permissions: world.permissionsIn(channel, directory.botId).toString() };
    }
  }
  const found = Object.entries({ users, members, roles, channels }).filter(([, all]) => Object.keys(all).length > 0);
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
