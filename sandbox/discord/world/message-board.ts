import type { APIMessage, APIUser } from 'discord.js';
import { emptyMessage, invalidForm, threadArchived } from '../limits/discord-error';
import type { MessageBody } from '../limits/message-body';
import { keepFiles, keptAttachments, type UploadedFile } from './attachments';
import { mentionsIn } from './mentions';
import { editedMessage, isEmpty, newMessage, replyTo } from './message-shape';
import { isThread, type Channel, type StoredMessage } from './records';
import { madeAt } from './snowflakes';
import type { World } from './world';

const NONCE_REMEMBERED_MS = 5 * 60_000;

export interface Posting {
  channel: Channel;
  author: APIUser;
  body: MessageBody;
  files?: UploadedFile[];
  /** Whoever alone may see it. */
  visibleTo?: string;
  /** What an interaction's answer carries besides. */
  more?: Partial<APIMessage>;
  /** A deferral: empty, and shown as thinking. */
  loading?: boolean;
}

/** Posts, edits and deletes messages, and tells everybody. */
export class MessageBoard {
  constructor(
    private readonly world: World,
    private readonly origin: () => string,
  ) {}

  post({ channel, author, body, files = [], visibleTo, more = {}, loading = false }: Posting): StoredMessage {
    const earlier = this.sameNonce(channel.id, author.id, body);
    if (earlier !== undefined) return earlier;
    const reference = this.reference(channel, body);
    if (!loading && isEmpty(body) && files.length === 0) throw emptyMessage();
    if (isThread(channel)) this.wake(channel.id);
    const message = newMessage({
      id: this.world.ids.next(),
      channelId: channel.id,
      author,
      timestamp: this.world.timestamp(),
      body,
      attachments: keepFiles(this.world, this.origin(), channel.id, body, files),
      mentions: mentionsIn(this.world.directory, body.content ?? '', body.allowed_mentions),
      ephemeral: visibleTo !== undefined,
      loading,
    });
    const stored: StoredMessage = { message: { ...message, ...reference, ...more }, visibleTo, nonce: nonceOf(body) };
    this.world.putMessage(stored);
    if (visibleTo === undefined) this.countIn(channel.id, message.id);
    this.world.announce({ what: 'message-created', stored });
    return stored;
  }

  /** Changes what the body names and leaves the rest. */
  edit(stored: StoredMessage, body: MessageBody, files: UploadedFile[] = []): StoredMessage {
    const before = stored.message;
    if (this.world.thread(before.channel_id)?.thread_metadata.archived) throw threadArchived();
    const kept = keptAttachments(before.attachments, body);
    if (files.length + kept.length === 0 && isEmpty(editedMessage(before, body, [], ''))) throw emptyMessage();
    const added = keepFiles(this.world, this.origin(), before.channel_id, body, files);
    const message = editedMessage(before, body, [...kept, ...added], this.world.timestamp());
    const mentions = body.content === undefined ? {} : mentionsIn(this.world.directory, message.content, body.allowed_mentions);
    for (const file of before.attachments) if (!kept.includes(file)) this.world.store.removeAttachment(file.id);
    return this.replace(stored, { ...message, ...mentions });
  }

  replace(stored: StoredMessage, message: APIMessage): StoredMessage {
    const changed = { ...stored, message };
    this.world.putMessage(changed);
    this.world.announce({ what: 'message-updated', stored: changed });
    return changed;
  }

  remove(stored: StoredMessage): void {
    this.world.removeMessage(stored);
    const thread = this.world.thread(stored.message.channel_id);
    if (thread !== undefined) this.world.putChannel({ ...thread, message_count: Math.max(0, (thread.message_count ?? 0) - 1) });
    this.world.announce({ what: 'message-deleted', stored });
  }

  private sameNonce(channelId: string, authorId: string, body: MessageBody): StoredMessage | undefined {
    const nonce = nonceOf(body);
    if (nonce === undefined || body.enforce_nonce !== true) return undefined;
    const oldest = this.world.now() - NONCE_REMEMBERED_MS;
    return this.world
      .messagesIn(channelId)
      .findLast((one) => one.nonce === nonce && one.message.author.id === authorId && madeAt(one.message.id) >= oldest);
  }

  private reference(channel: Channel, { message_reference: asked }: MessageBody): Partial<APIMessage> {
    if (asked == null) return {};
    const found = this.world.message(asked.message_id);
    if (found?.message.channel_id === channel.id && found.visibleTo === undefined) return replyTo(found.message, channel);
    if (asked.fail_if_not_exists === false) return {};
    throw invalidForm(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  }

  private wake(threadId: string): void {
    const thread = this.world.thread(threadId);
    if (thread === undefined || !thread.thread_metadata.archived) return;
    if (thread.thread_metadata.locked) throw threadArchived();
    const awake = { ...thread, thread_metadata: { ...thread.thread_metadata, archived: false, archive_timestamp: this.world.timestamp() } };
    this.world.putChannel(awake);
    this.world.announce({ what: 'thread-updated', thread: awake });
  }

  private countIn(channelId: string, messageId: string): void {
    const channel = this.world.channel(channelId);
    if (channel === undefined) return;
    const counts = isThread(channel) ? { message_count: (channel.message_count ?? 0) + 1, total_message_sent: (channel.total_message_sent ?? 0) + 1 } : {};
    this.world.putChannel({ ...channel, ...counts, last_message_id: messageId });
  }
}

function nonceOf({ nonce }: MessageBody): string | undefined {
  return nonce == null ? undefined : String(nonce);
}
