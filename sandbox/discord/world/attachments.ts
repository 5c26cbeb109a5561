import type { APIAttachment } from 'discord.js';
import { invalidForm, tooLarge } from '../limits/discord-error';
import type { MessageBody } from '../limits/message-body';
import type { World } from './world';

export const LARGEST_ATTACHMENT_BYTES = 10 * 1024 * 1024;
const MOST_ATTACHMENTS = 10;

/** One file of a request: `index` is the n of its field `files[n]`. */
export interface UploadedFile {
  index: string;
  filename: string;
  contentType: string;
  bytes: Uint8Array;
}

/** Keeps the files that came with a message, and tells what the message then says of them. */
export function keepFiles(world: World, origin: string, channelId: string, body: MessageBody, files: UploadedFile[]): APIAttachment[] {
  if (files.some((file) => file.bytes.byteLength > LARGEST_ATTACHMENT_BYTES)) throw tooLarge();
  if (files.length > MOST_ATTACHMENTS) throw invalidForm(['attachments'], 'BASE_TYPE_MAX_LENGTH', `Must be ${MOST_ATTACHMENTS} or fewer in length.`);
  return files.map((file) => {
    const described = body.attachments?.find((one) => one.id === file.index);
    const id = world.ids.next();
    const filename = (described?.filename ?? file.filename).replaceAll(/[^\p{L}\p{N}._-]/gu, '_') || 'file';
    world.store.putAttachment({ id, channelId, filename, contentType: file.contentType, bytes: file.bytes });
    const url = `${origin}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
    return {
      id,
      filename,
      size: file.bytes.byteLength,
      url,
      proxy_url: url,
      content_type: file.contentType,
      ...(described?.description == null ? {} : { description: described.description }),
    };
  });
}

/** What stays of a message's attachments after an edit: those the edit lists, or all when it lists none. */
export function keptAttachments(present: APIAttachment[], body: MessageBody): APIAttachment[] {
  const listed = body.attachments;
  return listed == null ? present : present.filter((one) => listed.some((kept) => kept.id === one.id));
}

/** Replaces `attachment://name` by the address of the attachment of that name. */
export function linkAttachments<T>(value: T, attachments: APIAttachment[]): T {
  const json = JSON.stringify(value).replaceAll(/"attachment:\/\/([^"]+)"/g, (whole, name: string) => {
    const found = attachments.find((one) => one.filename === name);
    return found === undefined ? whole : JSON.stringify(found.url);
  });
  return JSON.parse(json) as T;
}
