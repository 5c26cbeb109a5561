import { ApplicationCommandType, MessageFlags, PermissionFlagsBits as P, type APIApplicationCommand } from 'discord.js';
import type { PageChannel, PageMessage, PageState, Persona } from '../page-api';
import { TOKEN_LIFE_MS } from '../interactions/desk';
import { guildPermissions } from '../world/permissions';
import { presented } from '../world/presented';
import { isThread, type Channel, type StoredMessage } from '../world/records';
import { madeAt } from '../world/snowflakes';
import type { World } from '../world/world';

/** Everything but messages, as one persona sees it. */
export function pageState(world: World, personaId: string, online: boolean): PageState {
  const { seed } = world.directory;
  return {
    guild: { id: seed.guild.id, name: seed.guild.name, roles: seed.guild.roles.map(({ id, name }) => ({ id, name })) },
    application: { id: seed.application.id, name: seed.application.name, online },
    personas: personas(world),
    channels: world.channels().filter((channel) => maySee(world, channel, personaId)).map(pageChannel),
    commands: visibleCommands(world, personaId),
  };
}

function personas(world: World): Persona[] {
  return world.directory.seed.personas.map(({ id, name, displayName, about, avatarColor }) => {
    return { id, name, displayName, about, avatarColor, permissions: guildPermissions(world.directory, id).toString() };
  });
}

export function maySee(world: World, channel: Channel, personaId: string): boolean {
  if (!isThread(channel) && channel.recipientId !== undefined) return channel.recipientId === personaId;
  return (world.permissionsIn(channel, personaId) & P.ViewChannel) !== 0n;
}

export function pageChannel(channel: Channel): PageChannel {
  const { id } = channel;
  if (!isThread(channel)) return { id, name: channel.name, kind: channel.recipientId === undefined ? 'text' : 'direct' };
  return {
    id,
    name: channel.name,
    kind: 'thread',
    parentId: channel.parent_id,
    archived: channel.thread_metadata.archived,
    archiveAfterMinutes: channel.thread_metadata.auto_archive_duration,
    messageCount: channel.message_count ?? 0,
  };
}

/** A message as a persona sees it, or nothing when it is somebody else's private one. */
export function pageMessage(world: World, stored: StoredMessage, personaId: string): PageMessage | undefined {
  if (stored.visibleTo !== undefined && stored.visibleTo !== personaId) return undefined;
  const loading = ((stored.message.flags ?? 0) & MessageFlags.Loading) !== 0;
  const pending = loading && world.now() - madeAt(stored.message.id) < TOKEN_LIFE_MS;
  return { ...presented(world, stored), ...(stored.visibleTo === undefined ? {} : { ephemeral: true }), ...(pending ? { pending } : {}) };
}

/** The slash commands a persona may use: those that ask for no permissions it lacks. A guild's command hides a global one of its name. */
export function visibleCommands(world: World, personaId: string): APIApplicationCommand[] {
  return slashCommands(world).filter((command) => mayUse(world, command, personaId));
}

export function slashCommands(world: World): APIApplicationCommand[] {
  const stored = world.commands().filter((one) => one.command.type === ApplicationCommandType.ChatInput);
  const ofGuild = stored.filter((one) => one.scope !== 'global');
  const global = stored.filter((one) => one.scope === 'global' && !ofGuild.some((other) => other.command.name === one.command.name));
  return [...ofGuild, ...global].map((one) => one.command).sort((a, b) => a.name.localeCompare(b.name));
}

export function mayUse(world: World, command: APIApplicationCommand, personaId: string): boolean {
  const has = guildPermissions(world.directory, personaId);
  if ((has & P.Administrator) !== 0n || command.default_member_permissions === null) return true;
  const needs = BigInt(command.default_member_permissions);
  return needs !== 0n && (has & needs) === needs;
}
