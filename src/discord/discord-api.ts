import { Injectable } from '@nestjs/common';
import { REST, Routes, type APIActionRowComponent, type APIButtonComponent, type APIEmbed, type APIMessage, type RawFile, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import { z } from 'zod';
import { Settings } from '../config';
import { CODES, isOneOf } from './outbox/refusal';

export interface OutgoingMessage {
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components?: APIActionRowComponent<APIButtonComponent>[];
  readonly files?: RawFile[];
  /** People who are told of it; nobody else is, whoever is named in it. */
  readonly tell?: readonly string[];
  /** The message that this answers, if that is still there. */
  readonly repliesTo?: string;
  /** The same nonce twice within minutes is one message. */
  readonly nonce: string;
}

export interface EditedMessage {
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components?: APIMessage['components'];
}

/** A token with which an interaction's answer is read and edited, for fifteen minutes. */
export interface AnswerToken {
  readonly applicationId: string;
  readonly token: string;
}

const withId = z.object({ id: z.string() });
const withPlace = z.object({ id: z.string(), channel_id: z.string() });
const NO_MENTIONS = { parse: [] };
/** Uploads take their time, and so does waiting for a rate limit that is not ours. */
const TIMEOUT_MS = 30_000;

/**
 * What is done with the bot's own token, which outlives every interaction. Each call is one request: whoever calls tries
 * again after a pause of their own. Throws what discord.js throws.
 */
@Injectable()
export class DiscordApi {
  private readonly rest: REST;

  constructor({ discordApiUrl, discordToken = '' }: Settings) {
    this.rest = new REST({ api: discordApiUrl, version: '10', retries: 0, timeout: TIMEOUT_MS }).setToken(discordToken);
  }

  async edit(channelId: string, messageId: string, body: EditedMessage): Promise<void> {
    await this.rest.patch(Routes.channelMessage(channelId, messageId), { body: { ...body, allowed_mentions: NO_MENTIONS } });
  }

  async post(channelId: string, { files, nonce, tell = [], repliesTo, ...message }: OutgoingMessage): Promise<string> {
    const body: RESTPostAPIChannelMessageJSONBody = {
      ...message, nonce, enforce_nonce: true, allowed_mentions: { parse: [], users: [...tell] },
      ...(repliesTo && { message_reference: { message_id: repliesTo, fail_if_not_exists: false } }),
    };
    return withId.parse(await this.rest.post(Routes.channelMessages(channelId), { body, ...(files && { files }) })).id;
  }

  /** Opens the thread on a message; one that is open already is found. A thread has its message's id. */
  async openThread(channelId: string, messageId: string, name: string): Promise<string> {
    try {
      return withId.parse(await this.rest.post(Routes.threads(channelId, messageId), { body: { name, auto_archive_duration: 60 } })).id;
    } catch (error) {
      if (isOneOf(error, CODES.threadExists)) return messageId;
      throw error;
    }
  }

  /** Archived threads take nothing; one that is locked stays so unless the bot may manage threads. */
  async wakeThread(threadId: string): Promise<void> {
    await this.rest.patch(Routes.channel(threadId), { body: { archived: false } });
  }

  /** The channel of somebody's direct messages. */
  async directChannel(userId: string): Promise<string> {
    return withId.parse(await this.rest.post(Routes.userChannels(), { body: { recipient_id: userId } })).id;
  }

  /** The message with which an interaction was answered. */
  async answer({ applicationId, token }: AnswerToken): Promise<{ channelId: string; messageId: string }> {
    const { id, channel_id: channelId } = withPlace.parse(await this.rest.get(Routes.webhookMessage(applicationId, token), { auth: false }));
    return { channelId, messageId: id };
  }

  /** Edits that message, whatever the bot may do in its channel. */
  async editAnswer({ applicationId, token }: AnswerToken, body: EditedMessage): Promise<void> {
    await this.rest.patch(Routes.webhookMessage(applicationId, token), { body: { ...body, allowed_mentions: NO_MENTIONS }, auth: false });
  }
}
