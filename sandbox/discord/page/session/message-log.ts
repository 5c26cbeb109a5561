import type { PageMessage } from '../../page-api';

/** Discord ids grow with time, and are longer than a number can hold. */
export function compareIds(a: string, b: string): number {
  return a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : a.length - b.length;
}

/** A new list with the message in its place: an edit replaces, a new one is put in order of posting. */
export function withMessage(messages: readonly PageMessage[], message: PageMessage): PageMessage[] {
  const known = messages.findIndex(({ id }) => id === message.id);
  if (known >= 0) return messages.with(known, message);
  const later = messages.findIndex(({ id }) => compareIds(id, message.id) > 0);
  return later < 0 ? [...messages, message] : messages.toSpliced(later, 0, message);
}

export function withoutMessage(messages: readonly PageMessage[], id: string): PageMessage[] {
  return messages.filter((message) => message.id !== id);
}

const groupGapMs = 7 * 60_000;

/** Whether Discord would show the message without avatar and name, because the one above is by the same author and recent. */
export function continues(previous: PageMessage | undefined, message: PageMessage): boolean {
  if (!previous || message.interaction || message.interaction_metadata || message.message_reference) return false;
  if (previous.author.id !== message.author.id || Boolean(previous.ephemeral) !== Boolean(message.ephemeral)) return false;
  return Date.parse(message.timestamp) - Date.parse(previous.timestamp) < groupGapMs;
}

export function isOtherDay(previous: PageMessage | undefined, message: PageMessage): boolean {
  return !previous || new Date(previous.timestamp).toDateString() !== new Date(message.timestamp).toDateString();
}
