import type { APIEmbed } from 'discord.js';
import { z } from 'zod';
import { fault, lengthOf, list, text, whole } from './fields';

const TOTAL = 6_000;

const url = text(0, 2048).superRefine((value, context) => {
  if (!/^(https?|attachment):\/\/\S+$/i.test(value)) {
    fault(context, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  }
});
const media = z.object({ url });

const embedSchema = z.object({
  title: text(0, 256).nullish(),
  description: text(0, 4096).nullish(),
  url: url.nullish(),
  timestamp: z.string().nullish(),
  color: whole(0, 0xffffff).nullish(),
  footer: z.object({ text: text(1, 2048), icon_url: url.nullish() }).nullish(),
  image: media.nullish(),
  thumbnail: media.nullish(),
  author: z.object({ name: text(1, 256), url: url.nullish(), icon_url: url.nullish() }).nullish(),
  fields: list(z.object({ name: text(1, 256), value: text(1, 1024), inline: z.boolean().nullish().transform((value) => value ?? false) }), 0, 25).nullish(),
});

/** What counts towards the 6,000 characters of all embeds together. */
function charactersIn(embed: z.infer<typeof embedSchema>): number {
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  for (const field of embed.fields ?? []) texts.push(field.name, field.value);
  return texts.reduce((sum, one) => sum + lengthOf(one ?? ''), 0);
}

/** The embeds of a message, as the bot sends them. */
export const embedsSchema = list(embedSchema, 0, 10)
  .superRefine((embeds, context) => {
    if (embeds.reduce((sum, embed) => sum + charactersIn(embed), 0) > TOTAL) {
      fault(context, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${TOTAL}`);
    }
    for (const [index, embed] of embeds.entries()) {
      if (charactersIn(embed) === 0 && embed.image == null && embed.thumbnail == null) {
        fault(context, 'BASE_TYPE_REQUIRED', 'This field is required', [index, 'description']);
      }
    }
  })
  .transform((embeds) => embeds.map((embed) => ({ type: 'rich', ...withoutNulls(embed) }) as APIEmbed));

/** Discord leaves out what is null. */
export function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => withoutNulls(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutNulls<unknown>(one)])) as T;
}
