import type { APIMessage } from 'discord.js';
import type { StoredMessage } from './records';
import type { World } from './world';

/** A message as Discord sends it now: with its thread as that stands, and its reference as it reads. */
export function presented(world: World, stored: StoredMessage): APIMessage {
  const { message } = stored;
  const thread = world.thread(message.id);
  const reply = message.referenced_message == null ? undefined : world.message(message.referenced_message.id);
  return {
    ...message,
    ...(thread === undefined ? {} : { thread }),
    ...(message.referenced_message === undefined ? {} : { referenced_message: reply?.message ?? null }),
  };
}
