import { MessageFlags, MessageReferenceType, MessageType, type APIMessage, type APIUser } from 'discord.js';
import { emptyMessage, invalidForm, threadArchived } from '../limits/discord-error';
import { IS_COMPONENTS_V2, type MessageBody } from '../limits/message-body';
import { keepFiles, keptAttachments, linkAttachments, type UploadedFile } from './attachments';
import { mentionsIn } from './mentions';
import { isThread, type Channel, type StoredMessage } from './records';
import { madeAt } from './snowflakes';
import type { World } from './world';

const NONCE_REMEMBERED_MS = 5 * 60_000;
/** Flags that a sender may set. */
const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | IS_COMPONENTS_V2;

export interface Posting {
  channel: Channel;
  author: APIUser;
  body: MessageBody;
  files?: UploadedFile[];
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

  post(posting: Posting): StoredMessage {
    const { channel, author, body, files = [], more = {} } = posting;
    const nonce = body.nonce == null ? undefined : String(body.nonce);
    const earlier = body.enforce_nonce && nonce !== undefined ? this.findByNonce(channel.id, author.id, nonce) : undefined;
    if (earlier !== undefined) return earlier;
    const reference = this.reference(channel, body);
    if (isThread(channel)) this.wake(channel.id);
    if (posting.loading !== true && isEmpty(body) && files.length === 0) throw emptyMessage();

    const content = body.content ?? '';
    const attachments = keepFiles(this.world, this.origin(), channel.id, body, files);
    const flags = ((body.flags ?? 0) & SETTABLE) | (posting.visibleTo === undefined ? 0 : MessageFlags.Ephemeral) | (posting.loading === true ? MessageFlags.Loading : 0);
    const message: APIMessage = {
      id: this.world.ids.next(),
      channel_id: channel.id,
      type: MessageType.Default,
      author,
      content,
      timestamp: this.world.timestamp(),
      edited_timestamp: null,
      tts: false,
      pinned: false,
      ...mentionsIn(this.world.directory, content, body.allowed_mentions),
      attachments,
      embeds: linkAttachments(body.embeds ?? [], attachments),
      components: linkAttachments(body.components ?? [], attachments),
      flags,
      ...(body.nonce == null ? {} : { nonce: body.nonce }),
      ...reference,
      ...more,
    };
    const stored: StoredMessage = {
      message,
      ...(posting.visibleTo === undefined ? {} : { visibleTo: posting.visibleTo }),
      ...(nonce === undefined ? {} : { nonce }),
    };
    this.world.putMessage(stored);
    if (posting.visibleTo === undefined) this.countIn(channel.id, message.id);
    this.world.announce({ what: 'message-created', stored });
    return stored;
  }

  /** Changes what the body names and leaves the rest. */
  edit(stored: StoredMessage, body: MessageBody, files: UploadedFile[] = []): StoredMessage {
    const before = stored.message;
    if (this.world.thread(before.channel_id)?.thread_metadata.archived) throw threadArchived();
    const flags = before.flags ?? 0;
    const keptFlags = flags & ~(MessageFlags.Loading | MessageFlags.SuppressEmbeds);
    const suppress = body.flags == null ? flags & MessageFlags.SuppressEmbeds : body.flags & MessageFlags.SuppressEmbeds;
    const content = body.content === undefined ? before.content : (body.content ?? '');
    const added = keepFiles(this.world, this.origin(), before.channel_id, body, files);
    const attachments = [...keptAttachments(before.attachments, body), ...added];
    const message: APIMessage = {
      ...before,
      content,
      ...(body.content === undefined ? {} : mentionsIn(this.world.directory, content, body.allowed_mentions)),
      attachments,
      embeds: linkAttachments(body.embeds === undefined ? before.embeds : (body.embeds ?? []), attachments),
      components: linkAttachments(body.components === undefined ? (before.components ?? []) : (body.components ?? []), attachments),
      flags: keptFlags | suppress | ((body.flags ?? 0) & IS_COMPONENTS_V2),
      // Filling a deferral is no edit.
      edited_timestamp: (flags & MessageFlags.Loading) !== 0 ? before.edited_timestamp : this.world.timestamp(),
    };
    if (isEmpty(message) && attachments.length === 0) throw emptyMessage();
    return this.replace(stored, message);
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

  private findByNonce(channelId: string, authorId: string, nonce: string): StoredMessage | undefined {
    const oldest = this.world.now() - NONCE_REMEMBERED_MS;
    return this.world
      .messagesIn(channelId)
      .findLast((one) => one.nonce === nonce && one.message.author.id === authorId && madeAt(one.message.id) >= oldest);
  }

  private reference(channel: Channel, body: MessageBody): Partial<APIMessage> {
    const asked = body.message_reference;
    if (asked == null) return {};
    const found = this.world.message(asked.message_id);
    if (found === undefined || found.message.channel_id !== channel.id || found.visibleTo !== undefined) {
      if (asked.fail_if_not_exists === false) return {};
      throw invalidForm(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
    }
    return replyTo(found.message, channel);
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

/** What a message that replies to another carries. */
export function replyTo(message: APIMessage, channel: Channel): Partial<APIMessage> {
  return {
    type: MessageType.Reply,
    message_reference: {
      type: MessageReferenceType.Default,
      message_id: message.id,
      channel_id: message.channel_id,
      ...(channel.guild_id === undefined ? {} : { guild_id: channel.guild_id }),
    },
    referenced_message: message,
  };
}

function isEmpty(body: { content?: string | null | undefined; embeds?: unknown[] | null | undefined; components?: unknown[] | null | undefined }): boolean {
  return !body.content && (body.embeds ?? []).length === 0 && (body.components ?? []).length === 0;
}
