import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js';
import { z } from 'zod';

/** A channel of a server, or one person's direct messages. */
export interface Place {
  readonly kind: 'channel' | 'person';
  readonly id: string;
}

/** A message that has to be told once. */
export interface Notice {
  /** Up to 25 characters: the same one twice is one message. */
  readonly nonce: string;
  /** Where to tell it: the first of these that can be reached. */
  readonly to: Place[];
  readonly embeds: APIEmbed[];
  /** Left out in direct messages, where nobody may do anything. */
  readonly components: APIActionRowComponent<APIButtonComponent>[];
  /** People who are told of it. */
  readonly tell: string[];
}

export const place: z.ZodType<Place> = z.object({ kind: z.enum(['channel', 'person']), id: z.string() });

export const notice: z.ZodType<Notice> = z.object({
  nonce: z.string().max(25), to: z.array(place), embeds: z.array(z.custom<APIEmbed>()), components: z.array(z.custom<APIActionRowComponent<APIButtonComponent>>()), tell: z.array(z.string()),
});

export const channel = (id: string | undefined): Place[] => (id ? [{ kind: 'channel', id }] : []);
export const person = (id: string): Place => ({ kind: 'person', id });
