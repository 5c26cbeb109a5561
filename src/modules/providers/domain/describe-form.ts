import { traitsByName } from './field';
import type { ResourceDefinition } from './resource-definition';
import { ADVANCED, advancedArguments } from './advanced-field';
import { nameMaxLength } from './resource-name';
import type { FormField, ResourceForm } from './resource-form';

/** The form of a kind: its name, then what its definition asks, in the order it is written there. */
export function describeForm(definition: ResourceDefinition): ResourceForm {
  const fields = [...traitsByName(definition.args)].flatMap(([name, { asked, question }]): FormField[] => (asked ? [{ name, ...question }] : []));
  return { kind: definition.kind, title: definition.title, fields: [nameField(definition), ...fields, ...advancedFields(definition)] };
}

function nameField(definition: ResourceDefinition): FormField {
  return {
    name: 'name', label: 'Name', help: 'Lower-case letters, digits and hyphens, starting with a letter', placeholder: definition.example.name,
    required: true, type: 'text', maxLength: nameMaxLength(definition),
  };
}

function advancedFields(definition: ResourceDefinition): readonly FormField[] {
  const names = advancedArguments(definition);
  if (names.length === 0) return [];
  return [{ name: ADVANCED, label: 'Advanced (JSON)', help: cut(names.join(', '), 100), placeholder: cut(exampleOf(definition), 100), required: false, type: 'json', maxLength: 1000 }];
}

/** A JSON object a person can copy: what stands in a choice's or number's place by default. */
function exampleOf({ args }: ResourceDefinition): string {
  const [name, traits] = [...traitsByName(args)].find(([, { asked, question }]) => !asked && question.defaultValue !== undefined) ?? [];
  if (name === undefined) return '{}';
  const { type, defaultValue = '' } = traits?.question ?? {};
  const value = type === 'number' ? Number(defaultValue) : type === 'flag' ? defaultValue === 'yes' : defaultValue;
  return JSON.stringify({ [name]: value });
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
