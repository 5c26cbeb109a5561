import type { APIOverwrite } from 'discord.js';
import { isThread } from './world/records';
import { changeThread } from './world/threads';
import type { MessageBoard } from './world/message-board';
import type { World } from './world/world';

/** What people do in Discord itself, with what the bot made: delete it, archive it, take permissions away. For tests, in this process alone. */
export class Controls {
  constructor(
    private readonly world: World,
    private readonly board: MessageBoard,
  ) {}

  /** A channel with all its threads, or one thread. */
  deleteChannel(id: string): void {
    const channel = this.world.channel(id);
    if (channel === undefined) throw new Error(`There is no channel ${id}`);
    if (!isThread(channel)) for (const thread of this.world.channels()) if (isThread(thread) && thread.parent_id === id) this.deleteChannel(thread.id);
    this.world.removeChannel(id);
    this.world.announce(isThread(channel) ? { what: 'thread-deleted', thread: channel } : { what: 'channel-deleted', channel });
  }

  deleteMessage(id: string): void {
    const stored = this.world.message(id);
    if (stored === undefined) throw new Error(`There is no message ${id}`);
    this.board.remove(stored);
  }

  archiveThread(id: string, { locked = false }: { locked?: boolean } = {}): void {
    const thread = this.world.thread(id);
    if (thread === undefined) throw new Error(`There is no thread ${id}`);
    changeThread(this.world, thread, { archived: true, locked });
  }

  /** What the bot may not do in a channel from now on, in permission bits; 0 for nothing. */
  denyBot(channelId: string, deny: bigint): void {
    const channel = this.world.channel(channelId);
    if (channel === undefined || isThread(channel)) throw new Error(`There is no channel ${channelId}`);
    const bot = this.world.directory.botId;
    const own: APIOverwrite = { id: bot, type: 1, allow: '0', deny: deny.toString() };
    const changed = { ...channel, permission_overwrites: [...(channel.permission_overwrites ?? []).filter(({ id }) => id !== bot), ...(deny === 0n ? [] : [own])] };
    this.world.putChannel(changed);
    this.world.announce({ what: 'channel-updated', channel: changed });
  }

  /** Whether somebody takes direct messages of the bot. */
  takesDirectMessages(userId: string, takes: boolean): void {
    if (takes) this.world.withoutDirectMessages.delete(userId);
    else this.world.withoutDirectMessages.add(userId);
  }
}
