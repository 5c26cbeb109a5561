import { GatewayIntentBits } from 'discord.js';
import { presented } from '../world/presented';
import type { Change, World } from '../world/world';

interface GatewayEvent {
  name: string;
  data: object;
  /** Sent only to bots that asked for this. */
  intent: number;
}

/** What a bot is told of a change. Of private messages it is told nothing: it made them itself. */
export function gatewayEvent(world: World, change: Change): GatewayEvent | undefined {
  const guild_id = world.directory.guildId;
  switch (change.what) {
    case 'message-created':
    case 'message-updated': {
      if (change.stored.visibleTo !== undefined) return undefined;
      const { author } = change.stored.message;
      const member = world.directory.member(author.id);
      const data = { ...presented(world, change.stored), guild_id, ...(member === undefined ? {} : { member: { ...member, user: undefined } }) };
      return { name: change.what === 'message-created' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE', data, intent: GatewayIntentBits.GuildMessages };
    }
    case 'message-deleted': {
      if (change.stored.visibleTo !== undefined) return undefined;
      const { id, channel_id } = change.stored.message;
      return { name: 'MESSAGE_DELETE', data: { id, channel_id, guild_id }, intent: GatewayIntentBits.GuildMessages };
    }
    case 'channel-updated':
    case 'channel-deleted':
      return channelEvent(change);
    case 'thread-created':
      return { name: 'THREAD_CREATE', data: { ...change.thread, newly_created: true }, intent: GatewayIntentBits.Guilds };
    case 'thread-updated':
      return { name: 'THREAD_UPDATE', data: change.thread, intent: GatewayIntentBits.Guilds };
    case 'thread-deleted': {
      const { id, parent_id, type } = change.thread;
      return { name: 'THREAD_DELETE', data: { id, guild_id, parent_id, type }, intent: GatewayIntentBits.Guilds };
    }
    case 'commands':
      return undefined;
  }
}

// Direct messages are no channel of the guild.
function channelEvent({ what, channel }: Extract<Change, { what: 'channel-updated' | 'channel-deleted' }>): GatewayEvent | undefined {
  if (channel.recipientId !== undefined) return undefined;
  return { name: what === 'channel-updated' ? 'CHANNEL_UPDATE' : 'CHANNEL_DELETE', data: channel, intent: GatewayIntentBits.Guilds };
}
