import { ChannelType, MessageFlags, MessageType, type ThreadAutoArchiveDuration } from 'discord.js';
import { z } from 'zod';
import { threadExists } from '../limits/discord-error';
import { oneOf, text, whole } from '../limits/fields';
import { NO_FLAGS } from './directory';
import type { MessageBoard } from './message-board';
import type { StoredMessage, TextChannel, Thread } from './records';
import { madeAt } from './snowflakes';
import type { World } from './world';

const archiveAfter = oneOf<ThreadAutoArchiveDuration>(60, 1440, 4320, 10_080);
const trimmedName = z
  .string()
  .transform((name) => name.trim())
  .pipe(text(1, 100));

export const newThreadSchema = z.object({
  name: trimmedName,
  auto_archive_duration: archiveAfter.nullish(),
  rate_limit_per_user: whole(0, 21_600).nullish(),
  type: oneOf(11, 12).nullish(),
});

export const threadPatchSchema = z.object({
  name: trimmedName.optional(),
  auto_archive_duration: archiveAfter.optional(),
  rate_limit_per_user: whole(0, 21_600).nullish(),
  archived: z.boolean().optional(),
  locked: z.boolean().optional(),
});

/** Opens a thread on a message. Its id is the message's own. */
export function openThread(world: World, board: MessageBoard, channel: TextChannel, on: StoredMessage, asked: z.output<typeof newThreadSchema>): Thread {
  if (world.thread(on.message.id) !== undefined) throw threadExists();
  const thread = makeThread(world, channel, on.message.id, asked);
  world.putChannel(thread);
  world.announce({ what: 'thread-created', thread });
  const flags = (on.message.flags ?? 0) | MessageFlags.HasThread;
  board.replace(world.message(on.message.id) ?? on, { ...on.message, flags, thread });
  return thread;
}

/** Opens a thread that hangs on no message; the channel tells of it. */
export function openLooseThread(world: World, board: MessageBoard, channel: TextChannel, asked: z.output<typeof newThreadSchema>): Thread {
  const thread = makeThread(world, channel, world.ids.next(), asked);
  world.putChannel(thread);
  world.announce({ what: 'thread-created', thread });
  if (thread.type === ChannelType.PublicThread) {
    const told = { type: MessageType.ThreadCreated, message_reference: { type: 0, channel_id: thread.id, guild_id: thread.guild_id } };
    board.post({ channel, author: world.directory.bot, body: { content: thread.name }, more: told });
  }
  return thread;
}

/** Changes a thread's name, archiving or lock. */
export function changeThread(world: World, thread: Thread, asked: z.output<typeof threadPatchSchema>): Thread {
  const before = thread.thread_metadata;
  const metadata = {
    ...before,
    archived: asked.archived ?? before.archived,
    locked: asked.locked ?? before.locked,
    auto_archive_duration: asked.auto_archive_duration ?? before.auto_archive_duration,
  };
  if (metadata.archived !== before.archived) metadata.archive_timestamp = world.timestamp();
  const changed: Thread = {
    ...thread,
    name: asked.name ?? thread.name,
    rate_limit_per_user: asked.rate_limit_per_user ?? thread.rate_limit_per_user ?? 0,
    thread_metadata: metadata,
  };
  world.putChannel(changed);
  world.announce({ what: 'thread-updated', thread: changed });
  return changed;
}

/** Archives the threads in which nobody has written for as long as they say. */
export function archiveQuietThreads(world: World): void {
  for (const channel of world.channels()) {
    const thread = world.thread(channel.id);
    if (thread === undefined || thread.thread_metadata.archived) continue;
    const { archive_timestamp, auto_archive_duration } = thread.thread_metadata;
    const lastActive = Math.max(Date.parse(archive_timestamp), thread.last_message_id == null ? 0 : madeAt(thread.last_message_id));
    if (world.now() - lastActive >= auto_archive_duration * 60_000) changeThread(world, thread, { archived: true });
  }
}

function makeThread(world: World, channel: TextChannel, id: string, asked: z.output<typeof newThreadSchema>): Thread {
  const at = world.timestamp();
  return {
    id,
    type: asked.type === 12 ? ChannelType.PrivateThread : ChannelType.PublicThread,
    guild_id: channel.guild_id,
    parent_id: channel.id,
    owner_id: world.directory.botId,
    name: asked.name,
    last_message_id: null,
    rate_limit_per_user: asked.rate_limit_per_user ?? 0,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    flags: NO_FLAGS,
    thread_metadata: {
      archived: false,
      archive_timestamp: at,
      auto_archive_duration: asked.auto_archive_duration ?? channel.default_auto_archive_duration ?? 1440,
      locked: false,
      create_timestamp: at,
    },
  };
}
