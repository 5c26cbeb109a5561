import { PermissionFlagsBits as P } from 'discord.js';
import { cannotMessageUser, missingAccess, missingPermissions, unknownChannel, unknownMessage } from '../limits/discord-error';
import { isThread, type Channel, type StoredMessage } from '../world/records';
import type { World } from '../world/world';

/** The channel, if the bot can see it and may do what `bits` say there. */
export function channelFor(world: World, channelId: string, bits = 0n): Channel {
  const channel = world.channel(channelId);
  if (channel === undefined) throw unknownChannel();
  const permissions = world.permissionsIn(channel, world.directory.botId);
  if ((permissions & P.ViewChannel) === 0n) throw missingAccess();
  if ((permissions & bits) !== bits) throw missingPermissions();
  return channel;
}

/** The channel, if the bot may write there. */
export function channelToWriteIn(world: World, channelId: string, withFiles: boolean): Channel {
  const channel = channelFor(world, channelId);
  // Who takes no direct messages is not known before one is sent.
  if (!isThread(channel) && channel.recipientId !== undefined && world.withoutDirectMessages.has(channel.recipientId)) throw cannotMessageUser();
  const bits = (isThread(channel) ? P.SendMessagesInThreads : P.SendMessages) | (withFiles ? P.AttachFiles : 0n);
  return channelFor(world, channelId, bits);
}

/** A message that everybody in the channel sees. A private one is unknown here. */
export function messageIn(world: World, channelId: string, messageId: string): StoredMessage {
  channelFor(world, channelId, P.ReadMessageHistory);
  const stored = world.message(messageId);
  if (stored === undefined || stored.message.channel_id !== channelId || stored.visibleTo !== undefined) throw unknownMessage();
  return stored;
}
