import type { APIApplicationCommandOption } from 'discord.js';
import { z } from 'zod';
import { fault, list, oneOf, text } from './fields';

const MOST_CHARACTERS = 8_000;
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const localizations = z.record(z.string(), z.string()).nullish();

const slashName = text(1, 32).superRefine((name, context) => {
  if (!NAME.test(name) || name !== name.toLowerCase()) {
    fault(context, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
});

const choice = z.object({ name: text(1, 100), name_localizations: localizations, value: z.union([text(0, 100), z.number()]) });

const optionBase = z.object({
  type: oneOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
  name: slashName,
  name_localizations: localizations,
  description: text(1, 100),
  description_localizations: localizations,
  required: z.boolean().nullish(),
  choices: list(choice, 0, 25).nullish(),
  channel_types: z.array(z.number()).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: z.number().int().min(0).max(6000).nullish(),
  max_length: z.number().int().min(1).max(6000).nullish(),
  autocomplete: z.boolean().nullish(),
});

type Option = z.infer<typeof optionBase> & { options?: Option[] | null };

const option: z.ZodType<Option> = optionBase
  .extend({
    get options() {
      return list(option, 0, 25).superRefine(checkOptions).nullish();
    },
  })
  .superRefine((value, context) => {
    if (value.autocomplete && (value.choices?.length ?? 0) > 0) {
      fault(context, 'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_EXCLUSIVE', 'Choices and autocomplete are mutually exclusive', ['autocomplete']);
    }
    if (value.autocomplete && ![3, 4, 10].includes(value.type)) {
      fault(context, 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_TYPE', 'Options of this type cannot autocomplete', ['autocomplete']);
    }
  });

function checkOptions(options: Option[], context: z.core.$RefinementCtx): void {
  let optional = false;
  for (const [index, one] of options.entries()) {
    if (one.required && optional) {
      fault(context, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', 'Required options must be placed before non-required options', [index]);
    }
    optional ||= !one.required;
    if (options.findIndex((other) => other.name === one.name) < index) {
      fault(context, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option with that name already exists', [index, 'name']);
    }
  }
}

/** What counts towards a command's 8,000 characters: names, descriptions and the values of choices. */
function charactersIn(value: { name?: string; description?: string | null; options?: Option[] | null; choices?: { name: string; value: string | number }[] | null }): number {
  const own = (value.name?.length ?? 0) + (value.description?.length ?? 0);
  const choices = (value.choices ?? []).reduce((sum, one) => sum + one.name.length + (typeof one.value === 'string' ? one.value.length : 0), 0);
  return own + choices + (value.options ?? []).reduce((sum, one) => sum + charactersIn(one), 0);
}

const fields = z.object({
  name: text(1, 32),
  name_localizations: localizations,
  description: z.string().nullish(),
  description_localizations: localizations,
  type: oneOf(1, 2, 3).optional(),
  options: list(option, 0, 25)
    .superRefine(checkOptions)
    .nullish(),
  default_member_permissions: z.union([z.string().regex(/^\d+$/), z.number().transform(String)]).nullish(),
  dm_permission: z.boolean().nullish(),
  nsfw: z.boolean().nullish(),
  contexts: z.array(z.number()).nullish(),
  integration_types: z.array(z.number()).nullish(),
});

/** One command as the bot registers it. */
export const commandSchema = fields.superRefine(check).transform(finished);

/** A part of a command, for PATCH. It is merged with the command and checked anew. */
export const commandPatchSchema = z.looseObject({});

/** All commands of a scope at once. */
export const commandListSchema = list(commandSchema, 0, 100).superRefine((commands, context) => {
  for (const [index, one] of commands.entries()) {
    if (commands.findIndex((other) => other.name === one.name && other.type === one.type) < index) {
      fault(context, 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique', [index]);
    }
  }
});

export type CommandBody = z.output<typeof commandSchema>;

function check(command: z.infer<typeof fields>, context: z.core.$RefinementCtx): void {
  if ((command.type ?? 1) !== 1) return;
  const name = slashName.safeParse(command.name);
  if (!name.success) fault(context, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid', ['name']);
  const description = text(1, 100).safeParse(command.description ?? '');
  if (!description.success) fault(context, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.', ['description']);
  if (charactersIn(command) > MOST_CHARACTERS) fault(context, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MOST_CHARACTERS})`);
}

function finished(command: z.infer<typeof fields>) {
  const { options, description, type, default_member_permissions, ...rest } = command;
  return {
    ...rest,
    type: type ?? 1,
    description: description ?? '',
    default_member_permissions: default_member_permissions ?? null,
    // The schema above checks what the type promises.
    ...(options == null ? {} : { options: withoutNulls(options) as APIApplicationCommandOption[] }),
  };
}

function withoutNulls(options: Option[]): Option[] {
  return options.map((one) => {
    const kept = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null && value !== undefined)) as Option;
    return kept.options == null ? kept : { ...kept, options: withoutNulls(kept.options) };
  });
}
