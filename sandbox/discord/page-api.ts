/**
 * The contract between the sandbox's page and its server: what a person in front of Discord can see and press.
 * The end-to-end tests speak it too. All of it is JSON over HTTP below `/page`, and one WebSocket.
 * Messages, commands and components are Discord's own JSON (API v10).
 */
import type { APIApplicationCommand, APIMessage, APIModalInteractionResponseCallbackData } from 'discord.js';

export interface Persona {
  id: string;
  /** `administrator`, `developer`, `newcomer` */
  name: string;
  displayName: string;
  /** One line on what this person may do. */
  about: string;
  /** Permission bits in the guild, as Discord sends them. */
  permissions: string;
  avatarColor: string;
}

export interface PageChannel {
  id: string;
  name: string;
  /** `direct`: this person's messages with the bot. */
  kind: 'text' | 'thread' | 'direct';
  /** For a thread: its channel. The id of the message that it hangs on is the thread's own id. */
  parentId?: string;
  archived?: boolean;
  archiveAfterMinutes?: number;
  messageCount?: number;
}

/** A message as one persona sees it. */
export interface PageMessage extends APIMessage {
  /** The thread hanging on it. */
  thread?: APIMessage['thread'];
  /** Set on messages that only this persona sees. */
  ephemeral?: boolean;
  /** `Thinking…`: acknowledged with a deferral and not answered yet. */
  pending?: boolean;
}

/** GET /page/state?persona=ID */
export interface PageState {
  /** With the roles that people can be given. */
  guild: { id: string; name: string; roles: readonly { id: string; name: string }[] };
  application: { id: string; name: string; online: boolean };
  personas: Persona[];
  channels: PageChannel[];
  /** As the bot registered them (guild and global merged), with types that autocomplete or not. */
  commands: APIApplicationCommand[];
}

/** GET /page/channels/:channelId/messages?persona=ID -> PageMessage[] in order of posting */

/**
 * POST /page/interactions: press something. With `forged` the sandbox leaves out what Discord's client checks (that a
 * button exists and is enabled, that values are among the options): tests imitate a forged interaction so.
 */
export type PageInteraction =
  | { persona: string; channelId: string; kind: 'command'; name: string; options: Record<string, string | number | boolean> }
  | { persona: string; channelId: string; kind: 'autocomplete'; name: string; options: Record<string, string | number | boolean>; focused: string }
  | { persona: string; channelId: string; kind: 'component'; messageId: string; customId: string; values?: string[]; forged?: boolean }
  /** `modalId` is the id in the `modal` event that opened it. */
  | { persona: string; channelId: string; kind: 'modal'; modalId: string; values: Record<string, string | string[]>; forged?: boolean };

/**
 * The answer to POST /page/interactions. It comes as soon as Discord would show something:
 * `answered` (the bot replied, deferred or updated: look at the messages), `modal`, `choices` (autocomplete), or
 * `failed`, with the words Discord shows ("The application did not respond", "This interaction failed", or a limit broken).
 */
export type PageAnswer =
  | { outcome: 'answered'; interactionId: string; messageId?: string }
  | { outcome: 'modal'; interactionId: string; modal: PageModal }
  | { outcome: 'choices'; choices: { name: string; value: string | number }[] }
  | { outcome: 'failed'; reason: string };

export interface PageModal {
  modalId: string;
  channelId: string;
  data: APIModalInteractionResponseCallbackData;
}

/** GET /page/events?persona=ID (WebSocket). After a reconnect the page loads everything anew. */
export type PageEvent =
  | { event: 'message'; channelId: string; message: PageMessage }
  | { event: 'message-deleted'; channelId: string; messageId: string }
  | { event: 'channel'; channel: PageChannel }
  | { event: 'channel-deleted'; channelId: string }
  | { event: 'commands'; commands: APIApplicationCommand[] }
  | { event: 'application'; online: boolean };

/** Attachments are at GET /attachments/:channelId/:attachmentId/:filename, which is also their `url`. */
