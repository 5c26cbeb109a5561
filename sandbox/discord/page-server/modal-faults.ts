import { ComponentType as Type, TextInputStyle, type APITextInputComponent } from 'discord.js';
import { lengthOf } from '../limits/fields';
import type { World } from '../world/world';
import { faultOfChoice, type Menu } from './choice';
import { chosen, type Field, type FieldValue } from './modal-fields';

const MOST_CHARACTERS = 4_000;

/** Why Discord's client would not send this value of a modal's field, or nothing. */
export function faultOfField(world: World, field: Field, value: FieldValue): string | undefined {
  const required = !('required' in field) || field.required !== false;
  switch (field.type) {
    case Type.TextInput:
      return faultOfText(field, [value].flat()[0] ?? field.value ?? '', required);
    case Type.Checkbox:
      return value === undefined || value === 'true' || value === 'false' ? undefined : 'must be true or false';
    case Type.FileUpload:
      return required && field.min_values !== 0 ? 'is a file, which the sandbox cannot send' : undefined;
    default:
      return faultOfChoice(world, menu(field), chosen(field, value), ...howMany(field, chosen(field, value), required));
  }
}

type Choosable = Exclude<Field, { type: Type.TextInput | Type.Checkbox | Type.FileUpload }>;

/** How many values a menu or group takes: at least, and at most. */
function howMany(field: Choosable, values: string[], required: boolean): [fewest: number, most: number] {
  if (field.type === Type.RadioGroup) return [required ? 1 : 0, 1];
  const most = field.max_values ?? (field.type === Type.CheckboxGroup ? field.options.length : 1);
  if (!required && values.length === 0) return [0, most];
  return [Math.max(field.min_values ?? 1, required ? 1 : 0), most];
}

function menu(field: Choosable): Menu {
  const { type, custom_id } = field;
  return {
    type,
    custom_id,
    options: 'options' in field ? field.options : undefined,
    channel_types: 'channel_types' in field ? field.channel_types : undefined,
  };
}

function faultOfText(field: APITextInputComponent, text: string, required: boolean): string | undefined {
  const length = lengthOf(text);
  const { min_length: fewest = 0, max_length: most = MOST_CHARACTERS } = field;
  if (length === 0) return required ? 'is required' : undefined;
  if (length < fewest) return `must have at least ${fewest} characters`;
  if (length > most) return `must have at most ${most} characters`;
  return field.style === TextInputStyle.Short && /[\r\n]/.test(text) ? 'must be a single line' : undefined;
}
