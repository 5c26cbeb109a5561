import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js';
import { z } from 'zod';
import { defineQueue } from '../../jobs';

/** A message that has to be told once, sent in the transaction of what it tells of. */
export interface Notice {
  /** Up to 25 characters: the same one twice is one message. */
  readonly nonce: string;
  readonly channelId: string;
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIButtonComponent>[];
  /** People who are told of it. */
  readonly tell: string[];
}

const notice: z.ZodType<Notice> = z.object({
  nonce: z.string().max(25), channelId: z.string(), embeds: z.array(z.custom<APIEmbed>()), components: z.array(z.custom<APIActionRowComponent<APIButtonComponent>>()), tell: z.array(z.string()),
});

export const NOTICE_QUEUE = defineQueue({
  name: 'notice',
  data: notice,
  key: (job) => job.nonce,
  retryLimit: 20,
  retryDelaySeconds: 5,
  expireInSeconds: 120,
  heartbeatSeconds: 10,
});
