import { ApplicationCommandOptionType as Type, type APIApplicationCommandBasicOption, type APIApplicationCommandOption } from 'discord.js';
import type { World } from '../world/world';
import { faultOfOption } from './option-faults';

export type OptionValue = string | number | boolean;

/** A refusal in the words a person reads. */
export class Refusal {
  constructor(readonly reason: string) {}
}

/** One option of a command, as an interaction carries it. */
export interface GivenOption {
  name: string;
  type: number;
  value: OptionValue;
  focused?: boolean;
}

/** Checks the options of a command as Discord's client does before it sends them. */
export function givenOptions(world: World, definitions: readonly APIApplicationCommandOption[], given: Record<string, OptionValue>): GivenOption[] | Refusal {
  const unknown = Object.keys(given).find((name) => !definitions.some((one) => one.name === name));
  if (unknown !== undefined) return new Refusal(`This command has no option "${unknown}".`);
  const options: GivenOption[] = [];
  for (const definition of definitions) {
    if (definition.type === Type.Subcommand || definition.type === Type.SubcommandGroup) continue;
    const raw = given[definition.name] ?? '';
    if (raw === '' && definition.required === true) return new Refusal(`The option "${definition.name}" is required.`);
    if (raw === '') continue;
    const option = givenOption(world, definition, raw);
    if (option instanceof Refusal) return option;
    options.push(option);
  }
  return options;
}

function givenOption(world: World, definition: APIApplicationCommandBasicOption, raw: OptionValue): GivenOption | Refusal {
  const { name, type } = definition;
  const value = convert(type, raw);
  if (value === undefined) return new Refusal(`The option "${name}" must be ${KINDS[type] ?? 'of another kind'}.`);
  const fault = faultOfOption(world, definition, value);
  return fault === undefined ? { name, type, value } : new Refusal(`The option "${name}" ${fault}.`);
}

const KINDS: Partial<Record<Type, string>> = { [Type.Integer]: 'a whole number', [Type.Number]: 'a number', [Type.Boolean]: 'true or false' };
const BOOLEANS = new Map<OptionValue, boolean>([[true, true], ['true', true], [false, false], ['false', false]]);

function convert(type: Type, raw: OptionValue): OptionValue | undefined {
  if (type === Type.Boolean) return BOOLEANS.get(raw);
  if (type !== Type.Integer && type !== Type.Number) return String(raw);
  const number = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  return type === Type.Integer && !Number.isSafeInteger(number) ? undefined : number;
}
