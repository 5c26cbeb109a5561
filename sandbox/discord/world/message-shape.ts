import { MessageFlags, MessageReferenceType, MessageType, type APIAttachment, type APIMessage, type APIUser } from 'discord.js';
import { IS_COMPONENTS_V2, type MessageBody } from '../limits/message-body';
import { linkAttachments } from './attachments';
import type { Mentions } from './mentions';
import type { Channel } from './records';

/** Flags that a sender may set. */
const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | IS_COMPONENTS_V2;

export interface NewMessage {
  id: string;
  channelId: string;
  author: APIUser;
  timestamp: string;
  body: MessageBody;
  attachments: APIAttachment[];
  mentions: Mentions;
  ephemeral: boolean;
  loading: boolean;
}

/** A message as it is made from what was sent. */
export function newMessage({ id, channelId, author, timestamp, body, attachments, mentions, ephemeral, loading }: NewMessage): APIMessage {
  const own = (ephemeral ? MessageFlags.Ephemeral : 0) | (loading ? MessageFlags.Loading : 0);
  return {
    id,
    channel_id: channelId,
    type: MessageType.Default,
    author,
    content: body.content ?? '',
    timestamp,
    edited_timestamp: null,
    tts: false,
    pinned: false,
    ...mentions,
    attachments,
    embeds: linkAttachments(body.embeds ?? [], attachments),
    components: linkAttachments(body.components ?? [], attachments),
    flags: (Number(body.flags) & SETTABLE) | own,
    nonce: body.nonce ?? undefined,
  };
}

/** A message after an edit: what the body names is changed, `null` empties, the rest stays. */
export function editedMessage(before: APIMessage, body: MessageBody, attachments: APIAttachment[], timestamp: string): APIMessage {
  const flags = Number(before.flags);
  const embeds = body.embeds === undefined ? before.embeds : body.embeds;
  const components = body.components === undefined ? before.components : body.components;
  return {
    ...before,
    content: body.content === undefined ? before.content : (body.content ?? ''),
    attachments,
    embeds: linkAttachments(embeds ?? [], attachments),
    components: linkAttachments(components ?? [], attachments),
    flags: editedFlags(flags, body.flags),
    // Filling a deferral is no edit.
    edited_timestamp: (flags & MessageFlags.Loading) === 0 ? timestamp : before.edited_timestamp,
  };
}

function editedFlags(before: number, asked: number | null | undefined): number {
  const kept = before & ~(MessageFlags.Loading | MessageFlags.SuppressEmbeds);
  const suppressed = (asked ?? before) & MessageFlags.SuppressEmbeds;
  return kept | suppressed | (Number(asked) & IS_COMPONENTS_V2);
}

/** Whether a message would show nothing at all. */
export function isEmpty(message: { content?: string | null; embeds?: unknown[] | null; components?: unknown[] | null }): boolean {
  return !message.content && !message.embeds?.length && !message.components?.length;
}

/** What a message that replies to another carries. */
export function replyTo(message: APIMessage, channel: Channel): Partial<APIMessage> {
  return {
    type: MessageType.Reply,
    message_reference: { type: MessageReferenceType.Default, message_id: message.id, channel_id: message.channel_id, guild_id: channel.guild_id },
    referenced_message: message,
  };
}
