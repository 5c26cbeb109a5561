import { ApplicationCommandOptionType as Type, type APIApplicationCommandBasicOption } from 'discord.js';
import { lengthOf } from '../limits/fields';
import type { World } from '../world/world';
import type { OptionValue } from './command-options';

const MOST_CHARACTERS = 6_000;

/** Why Discord's client would not take this value for an option, or nothing. */
export function faultOfOption(world: World, definition: APIApplicationCommandBasicOption, value: OptionValue): string | undefined {
  switch (definition.type) {
    case Type.String:
      return faultOfLength(String(value), definition.min_length ?? 0, definition.max_length ?? MOST_CHARACTERS) ?? faultOfChoices(definition.choices, value);
    case Type.Integer:
    case Type.Number:
      return faultOfRange(Number(value), definition.min_value, definition.max_value) ?? faultOfChoices(definition.choices, value);
    case Type.Attachment:
      return 'is a file, which the sandbox cannot send';
    case Type.Boolean:
      return undefined;
    default:
      return faultOfId(world, definition, String(value));
  }
}

function faultOfLength(text: string, fewest: number, most: number): string | undefined {
  const length = lengthOf(text);
  if (length > most) return `must have at most ${most} characters`;
  return length < fewest ? `must have at least ${fewest} characters` : undefined;
}

function faultOfRange(number: number, smallest = -Infinity, largest = Infinity): string | undefined {
  if (number < smallest) return `must be at least ${smallest}`;
  return number > largest ? `must be at most ${largest}` : undefined;
}

function faultOfChoices(choices: readonly { name: string; value: OptionValue }[] = [], value: OptionValue): string | undefined {
  if (choices.length === 0 || choices.some((choice) => choice.value === value)) return undefined;
  return `must be one of: ${choices.map((choice) => choice.name).join(', ')}`;
}

function faultOfId(world: World, definition: APIApplicationCommandBasicOption, id: string): string | undefined {
  const isMember = world.directory.member(id) !== undefined;
  const isRole = world.directory.role(id) !== undefined;
  switch (definition.type) {
    case Type.User:
      return isMember ? undefined : 'must be a member';
    case Type.Role:
      return isRole ? undefined : 'must be a role';
    case Type.Channel: {
      const kinds: readonly number[] = definition.channel_types ?? [];
      const channel = world.channel(id);
      const fits = channel !== undefined && (kinds.length === 0 || kinds.includes(channel.type));
      return fits ? undefined : 'must be a channel of the right kind';
    }
    default:
      return isMember || isRole ? undefined : 'must be a member or a role';
  }
}
