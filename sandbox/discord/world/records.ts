import {
  ChannelType,
  type APIApplicationCommand,
  type APIMessage,
  type APIMessageComponentInteractionMetadata,
  type APIApplicationCommandInteractionMetadata,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteractionMetadata,
  type APIPrivateThreadChannel,
  type APIPublicThreadChannel,
  type APITextChannel,
  type APIThreadMetadata,
  type InteractionType,
} from 'discord.js';

/** `recipientId`: set where it is somebody's direct messages with the bot, which nobody else sees. */
export type TextChannel = APITextChannel & { guild_id: string; recipientId?: string };
export type Thread = (APIPublicThreadChannel | APIPrivateThreadChannel) & {
  guild_id: string;
  parent_id: string;
  owner_id: string;
  thread_metadata: APIThreadMetadata;
};
export type Channel = TextChannel | Thread;

/** A message, and who alone may see it. */
export interface StoredMessage {
  message: APIMessage;
  visibleTo?: string;
  /** The bot's own mark, by which a repeated send is recognised. */
  nonce?: string;
}

/** A command as it was registered: for one guild, or for all (`global`). */
export interface StoredCommand {
  scope: string;
  command: APIApplicationCommand;
}

export interface StoredAttachment {
  id: string;
  channelId: string;
  filename: string;
  contentType: string;
  bytes: Uint8Array;
}

/** One press of a button, one command: from the press until its token dies. */
export interface StoredInteraction {
  id: string;
  token: string;
  type: InteractionType;
  channelId: string;
  userId: string;
  createdAtMs: number;
  /** `waiting` for its acknowledgement, `answered`, or `dead` because none came in time. */
  state: 'waiting' | 'answered' | 'dead';
  /** What `@original` means: the reply, or the message that was updated. */
  originalMessageId?: string;
  /** The original is a deferral that the first follow-up will fill. */
  deferred?: boolean;
  /** The message whose component was pressed. */
  sourceMessageId?: string;
  commandName?: string;
  metadata: APIApplicationCommandInteractionMetadata | APIMessageComponentInteractionMetadata | APIModalSubmitInteractionMetadata;
  /** The modal it opened, until that is submitted. */
  modal?: APIModalInteractionResponseCallbackData;
}

/** Tells threads from channels. */
export function isThread(channel: Channel): channel is Thread {
  return channel.type !== ChannelType.GuildText;
}
