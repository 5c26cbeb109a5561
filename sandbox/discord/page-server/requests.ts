import { z } from 'zod';
import type { PageInteraction } from '../page-api';

const who = { persona: z.string(), channelId: z.string() };
const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const forged = z.boolean().optional().default(false);

/** What the page posts to press something. */
export const pressSchema = z.discriminatedUnion('kind', [
  z.object({ ...who, kind: z.literal('command'), name: z.string(), options }),
  z.object({ ...who, kind: z.literal('autocomplete'), name: z.string(), options, focused: z.string() }),
  z.object({ ...who, kind: z.literal('component'), messageId: z.string(), customId: z.string(), values: z.array(z.string()).optional(), forged }),
  z.object({ ...who, kind: z.literal('modal'), modalId: z.string(), values: z.record(z.string(), z.union([z.string(), z.array(z.string())])), forged }),
]) satisfies z.ZodType<PageInteraction>;

export type PressRequest = z.output<typeof pressSchema>;
export type PressOf<Kind extends PressRequest['kind']> = Extract<PressRequest, { kind: Kind }>;
export const personaQuery = z.object({ persona: z.string() });

/** On its first visit the page knows nobody yet. */
export const stateQuery = z.object({ persona: z.string().optional() });
