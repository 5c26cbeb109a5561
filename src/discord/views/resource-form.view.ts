import type { APILabelComponent, APIModalInteractionResponseCallbackData, APIStringSelectComponent, APITextInputComponent } from 'discord.js';
import type { FormField, ResourceForm, ResourceRequest } from '../../modules/providers';
import { cut } from './text';

const MOST_FIELDS = 5;
const FLAG_CHOICES = [{ value: 'yes', title: 'Yes' }, { value: 'no', title: 'No' }];

/** A kind's own form as a modal, filled in with what was typed before where there is anything. */
export function resourceForm(customId: string, form: ResourceForm, existing: readonly ResourceRequest[], typed: Readonly<Record<string, string>> = {}): APIModalInteractionResponseCallbackData {
  const fields = form.fields.filter((field) => field.required || field.type !== 'reference' || candidates(field, existing).length > 0);
  return { custom_id: customId, title: cut(`Add a ${form.title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`, 45), components: fields.slice(0, MOST_FIELDS).map((field) => labelled(field, existing, typed[field.name])) };
}

function labelled(field: FormField, existing: readonly ResourceRequest[], typed: string | undefined): APILabelComponent {
  const choices = field.type === 'flag' ? FLAG_CHOICES : field.type === 'reference' ? candidates(field, existing) : field.choices;
  return {
    type: 18, label: cut(field.label, 45), ...(field.help && { description: cut(field.help, 100) }),
    component: choices?.length ? select(field, choices, typed ?? field.defaultValue) : textInput(field, typed ?? field.defaultValue),
  };
}

function candidates(field: FormField, existing: readonly ResourceRequest[]): { value: string; title: string }[] {
  return existing.filter(({ kind }) => kind === field.references).map(({ name }) => ({ value: name, title: name }));
}

function select(field: FormField, choices: readonly { value: string; title: string }[], chosen: string | undefined): APIStringSelectComponent {
  return {
    type: 3, custom_id: field.name, required: field.required, min_values: field.required ? 1 : 0, max_values: 1,
    options: choices.slice(0, 25).map(({ value, title }) => ({ value, label: cut(title, 100), default: value === chosen })),
  };
}

function textInput(field: FormField, value: string | undefined): APITextInputComponent {
  return {
    type: 4, custom_id: field.name, style: field.type === 'json' ? 2 : 1, required: field.required, max_length: Math.min(Math.max(field.maxLength, 1), 4_000),
    ...(field.placeholder && { placeholder: cut(field.placeholder, 100) }), ...(value && { value: value.slice(0, Math.min(field.maxLength, 4_000)) }),
  };
}
