import { z } from 'zod';
import { embedsSchema } from './embeds';
import { fault, lengthOf, list, parseForm, snowflake, text, whole } from './fields';
import { classicComponents, v2Components } from './message-components';

export const IS_COMPONENTS_V2 = 1 << 15;
const MOST_CHARACTERS = 2_000;

const allowedMentions = z
  .object({
    parse: z.array(z.enum(['users', 'roles', 'everyone'])).nullish(),
    users: list(snowflake, 0, 100).nullish(),
    roles: list(snowflake, 0, 100).nullish(),
    replied_user: z.boolean().nullish(),
  })
  .superRefine((value, context) => {
    for (const kind of ['users', 'roles'] as const) {
      if (value.parse?.includes(kind) && (value[kind]?.length ?? 0) > 0) {
        fault(context, 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`);
      }
    }
  });

const base = {
  content: z
    .string()
    .transform((value) => value.trim())
    .superRefine((value, context) => {
      if (lengthOf(value) > MOST_CHARACTERS) fault(context, 'BASE_TYPE_MAX_LENGTH', `Must be ${MOST_CHARACTERS} or fewer in length.`);
    })
    .nullish(),
  embeds: embedsSchema.nullish(),
  allowed_mentions: allowedMentions.nullish(),
  flags: z.number().int().nullish(),
  tts: z.boolean().nullish(),
  attachments: z
    .array(z.object({ id: z.union([z.string(), z.number()]).transform(String), filename: text(1, 1024).nullish(), description: text(0, 1024).nullish() }))
    .nullish(),
  nonce: z.union([whole(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), text(0, 25)]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  message_reference: z
    .object({ message_id: snowflake, channel_id: snowflake.nullish(), fail_if_not_exists: z.boolean().nullish() })
    .nullish(),
};

const classic = z.object({ ...base, components: classicComponents.nullish() });
const v2 = z.object({ ...base, components: v2Components.nullish() }).superRefine((value, context) => {
  const legacy = [
    ['content', value.content],
    ['embeds', value.embeds],
  ] as const;
  for (const [field, used] of legacy) {
    if ((used?.length ?? 0) > 0) {
      fault(context, 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`, [field]);
    }
  }
});

/** A message as the bot sends it, every limit checked. */
export type MessageBody = z.output<typeof classic>;

/** Parses a message's body. `at` is where it stands in the request (`data` in an interaction's answer). */
export function parseMessage(body: unknown, at: PropertyKey[] = [], alreadyV2 = false): MessageBody {
  const flags = z.object({ flags: z.number().nullish() }).safeParse(body).data?.flags ?? 0;
  const isV2 = alreadyV2 || (flags & IS_COMPONENTS_V2) !== 0;
  return isV2 ? parseForm(v2, body, at) : parseForm(classic, body, at);
}
