import { ComponentType as Type, type APILabelComponent, type APITextInputComponent } from 'discord.js';

export type FieldValue = string | string[] | undefined;
export type Field = APITextInputComponent | APILabelComponent['component'];

/** What a field of a modal carries when it is submitted. Left alone, it has what the modal filled in. */
export function submitted(field: Field, value: FieldValue): object {
  const { type, id, custom_id } = field;
  const one = Array.isArray(value) ? value[0] : value;
  switch (field.type) {
    case Type.TextInput:
      return { type, id, custom_id, value: one ?? field.value ?? '' };
    case Type.RadioGroup:
      return { type, id, custom_id, value: chosen(field, value)[0] ?? null };
    case Type.Checkbox:
      return { type, id, custom_id, value: one === undefined ? (field.default ?? false) : one === 'true' };
    default:
      return { type, id, custom_id, values: chosen(field, value) };
  }
}

/** The values chosen in a menu or group: those given, or else those it starts with. */
export function chosen(field: Field, value: FieldValue): string[] {
  if (Array.isArray(value)) return value;
  if (value !== undefined) return value === '' ? [] : [value];
  if ('options' in field) return field.options.filter((option) => option.default === true).map((option) => option.value);
  return 'default_values' in field ? (field.default_values ?? []).map((one) => one.id) : [];
}
