import type { APIModalInteractionResponseCallbackData, APIComponentInLabel, APISelectMenuComponent, APITextInputComponent } from 'discord.js';
import type { ModalValues } from '../session/interactions';
import { component as kind, paragraphInput } from '../kinds';

export interface Choice {
  value: string;
  label: string;
  description?: string | undefined;
  chosen: boolean;
}

interface Named {
  id: string;
  label: string;
  description?: string | undefined;
  required: boolean;
}

/** One thing of a form: words, or something to fill in. */
export type ModalField =
  | { kind: 'words'; content: string }
  | (Named & { kind: 'text'; paragraph: boolean; placeholder: string; value: string; minLength: number; maxLength: number })
  | (Named & { kind: 'select'; select: APISelectMenuComponent })
  | (Named & { kind: 'radio'; choices: Choice[] })
  | (Named & { kind: 'checkboxes'; choices: Choice[]; minimum: number; maximum: number })
  | (Named & { kind: 'checkbox'; checked: boolean })
  | (Named & { kind: 'unsupported' });

/** Reads both kinds of form: rows with labelled inputs, and inputs wrapped in labels. */
export function modalFields({ components }: APIModalInteractionResponseCallbackData): ModalField[] {
  return components.flatMap((part): ModalField[] => {
    if (part.type === kind.textDisplay) return [{ kind: 'words', content: part.content }];
    if (part.type === kind.label) return [labelled(part.component, part.label, part.description)];
    return part.components.map((input) => textField(input, input.label ?? '', undefined));
  });
}

function textField(input: APITextInputComponent, label: string, description: string | undefined): ModalField {
  return {
    ...{ kind: 'text', id: input.custom_id, label, description, required: input.required ?? true },
    ...{ paragraph: input.style === paragraphInput, placeholder: input.placeholder ?? '', value: input.value ?? '' },
    ...{ minLength: input.min_length ?? 0, maxLength: input.max_length ?? 4_000 },
  };
}

function labelled(part: APIComponentInLabel, label: string, description: string | undefined): ModalField {
  const named: Named = { id: part.custom_id, label, description, required: !('required' in part && part.required === false) };
  switch (part.type) {
    case kind.textInput:
      return textField(part, label, description);
    case kind.radioGroup:
      return { ...named, kind: 'radio', choices: choices(part.options) };
    case kind.checkboxGroup:
      return {
        ...named,
        kind: 'checkboxes',
        choices: choices(part.options),
        minimum: part.min_values ?? 1,
        maximum: part.max_values ?? part.options.length,
      };
    case kind.checkbox:
      return { ...named, required: false, kind: 'checkbox', checked: part.default ?? false };
    case kind.fileUpload:
      return { ...named, required: false, kind: 'unsupported' };
    default:
      return { ...named, kind: 'select', select: part };
  }
}

function choices(options: readonly { value: string; label: string; description?: string; default?: boolean }[]): Choice[] {
  return options.map(({ value, label, description, default: chosen }) => ({ value, label, description, chosen: chosen ?? false }));
}

/** What is wrong with the values, by field: the words that Discord puts beside the label. */
export function modalErrors(fields: readonly ModalField[], values: ModalValues): Map<string, string> {
  const errors = new Map<string, string>();
  for (const field of fields) {
    const error = field.kind === 'words' ? undefined : fieldError(field, values[field.id] ?? '');
    if (error && field.kind !== 'words') errors.set(field.id, error);
  }
  return errors;
}

function fieldError(field: Exclude<ModalField, { kind: 'words' }>, value: string | string[]): string | undefined {
  if (value.length === 0) return field.required ? 'This field is required' : undefined;
  if (field.kind === 'text') {
    if (value.length < field.minLength) return `Must be at least ${field.minLength} characters`;
    if (value.length > field.maxLength) return `Must be ${field.maxLength} or fewer in length`;
  }
  const limits = field.kind === 'select' ? { minimum: field.select.min_values ?? 1, maximum: field.select.max_values ?? 1 } : field;
  if ('minimum' in limits && value.length < limits.minimum) return `Choose at least ${limits.minimum}`;
  if ('maximum' in limits && value.length > limits.maximum) return `Choose at most ${limits.maximum}`;
  return undefined;
}
