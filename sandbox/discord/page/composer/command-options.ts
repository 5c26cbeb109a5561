import type { APIApplicationCommand, APIApplicationCommandBasicOption } from 'discord.js';
import { option as kind } from '../kinds';
import type { OptionValues } from '../session/interactions';

export type CommandOption = APIApplicationCommandBasicOption;

export interface Suggestion {
  name: string;
  value: string | number | boolean;
  description?: string;
}

/** What stands in an option's box: the text, and the suggestion that it came from. */
export interface OptionDraft {
  text: string;
  picked?: Suggestion | undefined;
}

/** Required ones first, as Discord demands and shows them. Commands in groups have none of their own. */
export function commandOptions({ options = [] }: APIApplicationCommand): CommandOption[] {
  const own = options.filter((option): option is CommandOption => option.type !== kind.subcommand && option.type !== kind.subcommandGroup);
  return own.toSorted((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
}

export type Reading = { value: string | number | boolean } | { error: string } | undefined;

/** The value that an option's box stands for; nothing where it is empty and may be. */
export function readOption(option: CommandOption, draft: OptionDraft | undefined, suggestions: readonly Suggestion[]): Reading {
  const text = draft?.text.trim() ?? '';
  if (!text) return option.required ? { error: 'This option is required.' } : undefined;
  if (draft?.picked) return { value: draft.picked.value };
  const same = suggestions.find(({ name, value }) =>
    [name, String(value)].some((known) => known.toLowerCase() === text.toLowerCase().replace(/^[@#]/, '')),
  );
  if (same) return { value: same.value };
  if (option.type === kind.integer || option.type === kind.number) return readNumber(option, text);
  if (option.type !== kind.string || ('choices' in option && option.choices?.length)) return { error: 'Choose one of the options.' };
  return readText(option, text);
}

type NumberOption = Extract<CommandOption, { min_value?: number }>;
type TextOption = Extract<CommandOption, { min_length?: number }>;

function readNumber(option: CommandOption, text: string): Reading {
  const { min_value: least, max_value: most } = option as NumberOption;
  const value = Number(text);
  if (option.type === kind.integer && !Number.isSafeInteger(value)) return { error: 'Must be a whole number.' };
  if (!Number.isFinite(value)) return { error: 'Must be a number.' };
  if (least !== undefined && value < least) return { error: `Must be ${least} or more.` };
  if (most !== undefined && value > most) return { error: `Must be ${most} or less.` };
  return { value };
}

function readText(option: CommandOption, text: string): Reading {
  const { min_length: least, max_length: most } = option as TextOption;
  if (least !== undefined && text.length < least) return { error: `Must be at least ${least} characters long.` };
  if (most !== undefined && text.length > most) return { error: `Must be at most ${most} characters long.` };
  return { value: text };
}

export interface Readings {
  values: OptionValues;
  errors: Map<string, string>;
}

export function readOptions(
  options: readonly CommandOption[],
  drafts: ReadonlyMap<string, OptionDraft>,
  suggestionsFor: (option: CommandOption) => readonly Suggestion[],
): Readings {
  const values: OptionValues = {};
  const errors = new Map<string, string>();
  for (const option of options) {
    const reading = readOption(option, drafts.get(option.name), suggestionsFor(option));
    if (reading && 'error' in reading) errors.set(option.name, reading.error);
    else if (reading) values[option.name] = reading.value;
  }
  return { values, errors };
}
