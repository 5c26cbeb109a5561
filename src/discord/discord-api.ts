import { Injectable, Logger } from '@nestjs/common';
import { Client, DiscordAPIError, Routes, type APIActionRowComponent, type APIButtonComponent, type APIEmbed, type APIMessage, type RawFile, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import { z } from 'zod';

export interface ThreadMessage {
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components?: APIActionRowComponent<APIButtonComponent>[];
  readonly files?: RawFile[];
  /** People who are told of it; nobody else is, whoever is named in it. */
  readonly tell?: readonly string[];
  /** The same nonce twice within minutes is one message. */
  readonly nonce: string;
}

const withId = z.object({ id: z.string() });
/** Unknown channel, unknown message, missing access, missing permissions: trying again would not help. */
const OUT_OF_REACH = [10003, 10008, 50001, 50013];
const THREAD_EXISTS = 160004;
const NO_MENTIONS = { parse: [] };
const TRIES = 5;

/** What is done with the bot's own token, which outlives every interaction. */
@Injectable()
export class DiscordApi {
  private readonly logger = new Logger('Discord');

  constructor(private readonly client: Client) {}

  /** False where the message is gone, or the bot may not edit it. */
  async edit(channelId: string, messageId: string, body: { content?: string; embeds?: APIEmbed[]; components?: APIMessage['components'] }): Promise<boolean> {
    try {
      await persistently(() => this.client.rest.patch(Routes.channelMessage(channelId, messageId), { body: { ...body, allowed_mentions: NO_MENTIONS } }));
      return true;
    } catch (error) {
      if (!isOneOf(error, ...OUT_OF_REACH)) throw error;
      this.logger.warn({ err: error, channelId, messageId }, 'A message is out of reach');
      return false;
    }
  }

  async post(channelId: string, { files, nonce, tell = [], ...message }: ThreadMessage): Promise<string> {
    const body: RESTPostAPIChannelMessageJSONBody = { ...message, nonce, enforce_nonce: true, allowed_mentions: { parse: [], users: [...tell] } };
    const posted = await persistently(() => this.client.rest.post(Routes.channelMessages(channelId), { body, ...(files && { files }) }));
    return withId.parse(posted).id;
  }

  /** The same for a channel that may be gone, or closed to the bot: false then. */
  async tell(channelId: string, message: ThreadMessage): Promise<boolean> {
    try {
      await this.post(channelId, message);
      return true;
    } catch (error) {
      if (!isOneOf(error, ...OUT_OF_REACH)) throw error;
      this.logger.warn({ err: error, channelId }, 'A channel is out of reach');
      return false;
    }
  }

  /** Opens the thread on a message; one that is open already is found. Undefined where that is not possible. A thread has its message's id. */
  async openThread(channelId: string, messageId: string, name: string): Promise<string | undefined> {
    try {
      const thread = await persistently(() => this.client.rest.post(Routes.threads(channelId, messageId), { body: { name, auto_archive_duration: 60 } }));
      return withId.parse(thread).id;
    } catch (error) {
      if (isOneOf(error, THREAD_EXISTS)) return messageId;
      if (!isOneOf(error, ...OUT_OF_REACH)) throw error;
      this.logger.warn({ err: error, channelId, messageId }, 'A thread cannot be opened');
      return undefined;
    }
  }
}

export function isOneOf(error: unknown, ...codes: number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

// discord.js repeats after a reset and after 5xx, but not where the server has closed the connection in good order.
async function persistently<T>(request: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await request();
    } catch (error) {
      if (attempt === TRIES || !closedByServer(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
    }
  }
}

function closedByServer(error: unknown): boolean {
  return error instanceof Error && ('code' in error ? error.code === 'UND_ERR_SOCKET' : closedByServer(error.cause));
}
