import { traitsByName } from './field';
import type { ResourceDefinition } from './resource-definition';
import { nameMaxLength } from './resource-name';
import type { FormField, ResourceForm } from './resource-form';

/** The form of a kind: its name, then what its definition asks, in the order it is written there. */
export function describeForm(definition: ResourceDefinition): ResourceForm {
  const fields = [...traitsByName(definition.args)].flatMap(([name, { asked, question }]): FormField[] => (asked ? [{ name, ...question }] : []));
  return { kind: definition.kind, title: definition.title, fields: [nameField(definition), ...fields] };
}

function nameField(definition: ResourceDefinition): FormField {
  return {
    name: 'name', label: 'Name', help: 'Lower-case letters, digits and hyphens, starting with a letter', placeholder: definition.example.name,
    required: true, type: 'text', maxLength: nameMaxLength(definition),
  };
}
