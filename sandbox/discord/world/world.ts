import { Directory, NO_FLAGS } from './directory';
import { channelPermissions } from './permissions';
import { isThread, type Channel, type StoredCommand, type StoredMessage, type TextChannel, type Thread } from './records';
import type { ParsedSeed } from './seed';
import { byAge, Snowflakes } from './snowflakes';
import type { Store } from './store';

/** What changed. The gateway tells the bot, the page tells the person. */
export type Change =
  | { what: 'message-created' | 'message-updated'; stored: StoredMessage }
  | { what: 'message-deleted'; stored: StoredMessage }
  | { what: 'channel-updated' | 'channel-deleted'; channel: TextChannel }
  | { what: 'thread-created' | 'thread-updated' | 'thread-deleted'; thread: Thread }
  | { what: 'commands' };

/** Everything in the guild: channels, messages and commands, remembered by the store, with news for whoever listens. */
export class World {
  readonly directory: Directory;
  readonly ids: Snowflakes;
  private readonly channelsById = new Map<string, Channel>();
  private readonly messagesById = new Map<string, StoredMessage>();
  private readonly messagesByChannel = new Map<string, StoredMessage[]>();
  private readonly commandsById = new Map<string, StoredCommand>();
  /** People who take no direct messages. */
  readonly withoutDirectMessages = new Set<string>();
  private readonly listeners = new Set<(change: Change) => void>();

  constructor(
    readonly store: Store,
    seed: ParsedSeed,
    readonly now: () => number,
  ) {
    this.directory = new Directory(seed);
    this.ids = new Snowflakes(now);
    for (const channel of store.all<Channel>('channel')) this.channelsById.set(channel.id, channel);
    for (const stored of store.all<StoredMessage>('message')) this.index(stored);
    for (const stored of store.all<StoredCommand>('command')) this.commandsById.set(stored.command.id, stored);
    for (const [position, channel] of seed.channels.entries()) {
      if (this.channelsById.has(channel.id)) continue;
      this.putChannel({ ...this.newChannel(channel.id, channel.name, position), topic: channel.topic ?? null, permission_overwrites: channel.permissionOverwrites ?? [] });
    }
  }

  /** Calls back on each change until the returned function is called. */
  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  announce(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  timestamp(): string {
    return new Date(this.now()).toISOString().replace('Z', '000+00:00');
  }

  channels(): Channel[] {
    return [...this.channelsById.values()];
  }

  channel(id: string): Channel | undefined {
    return this.channelsById.get(id);
  }

  thread(id: string): Thread | undefined {
    const channel = this.channelsById.get(id);
    return channel !== undefined && isThread(channel) ? channel : undefined;
  }

  putChannel(channel: Channel): void {
    this.channelsById.set(channel.id, channel);
    this.store.put('channel', channel.id, channel);
  }

  removeChannel(id: string): void {
    for (const stored of this.messagesIn(id)) this.removeMessage(stored);
    this.channelsById.delete(id);
    this.store.remove('channel', id);
  }

  /** Somebody's direct messages with the bot: there from the first time that it writes to them. */
  directChannel(userId: string): TextChannel {
    const found = this.channels().find((channel): channel is TextChannel => !isThread(channel) && channel.recipientId === userId);
    if (found !== undefined) return found;
    const channel = { ...this.newChannel(this.ids.next(), this.directory.bot.username, 0), recipientId: userId };
    this.putChannel(channel);
    this.announce({ what: 'channel-updated', channel });
    return channel;
  }

  /** All messages of a channel in order of posting, private ones too. */
  messagesIn(channelId: string): readonly StoredMessage[] {
    return [...(this.messagesByChannel.get(channelId) ?? [])];
  }

  message(id: string): StoredMessage | undefined {
    return this.messagesById.get(id);
  }

  putMessage(stored: StoredMessage): void {
    if (this.messagesById.has(stored.message.id)) this.unindex(stored.message.id, stored.message.channel_id);
    this.index(stored);
    this.store.put('message', stored.message.id, stored);
  }

  removeMessage(stored: StoredMessage): void {
    this.unindex(stored.message.id, stored.message.channel_id);
    this.store.remove('message', stored.message.id);
    for (const file of stored.message.attachments) this.store.removeAttachment(file.id);
  }

  /** Attachments live at this server's address, which a restart may change. */
  moveAttachments(origin: string): void {
    for (const stored of [...this.messagesById.values()]) {
      const before = JSON.stringify(stored);
      const after = before.replaceAll(/(?<!\\)"http:\/\/[^/"]+\/attachments\//g, `"${origin}/attachments/`);
      if (after !== before) this.putMessage(JSON.parse(after) as StoredMessage);
    }
  }

  commands(scope?: string): StoredCommand[] {
    return [...this.commandsById.values()].filter((one) => scope === undefined || one.scope === scope);
  }

  putCommand(stored: StoredCommand): void {
    this.commandsById.set(stored.command.id, stored);
    this.store.put('command', stored.command.id, stored);
  }

  removeCommand(id: string): void {
    this.commandsById.delete(id);
    this.store.remove('command', id);
  }

  /** A member's permissions in a channel or thread. */
  permissionsIn(channel: Channel, userId: string): bigint {
    const parent = isThread(channel) ? this.channelsById.get(channel.parent_id) : undefined;
    return channelPermissions(this.directory, channel, parent, userId);
  }

  private newChannel(id: string, name: string, position: number): TextChannel {
    return { id, type: 0, guild_id: this.directory.guildId, name, topic: null, position, parent_id: null, nsfw: false, last_message_id: null, rate_limit_per_user: 0, permission_overwrites: [], flags: NO_FLAGS };
  }

  private index(stored: StoredMessage): void {
    const { id, channel_id } = stored.message;
    this.ids.seen(id);
    this.messagesById.set(id, stored);
    const list = this.messagesByChannel.get(channel_id) ?? [];
    list.push(stored);
    const previous = list.at(-2);
    if (previous !== undefined && byAge(previous.message.id, id) > 0) list.sort((a, b) => byAge(a.message.id, b.message.id));
    this.messagesByChannel.set(channel_id, list);
  }

  private unindex(id: string, channelId: string): void {
    this.messagesById.delete(id);
    this.messagesByChannel.set(
      channelId,
      (this.messagesByChannel.get(channelId) ?? []).filter((one) => one.message.id !== id),
    );
  }
}
