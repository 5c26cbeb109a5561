import { ApplicationCommandOptionType as Type, InteractionType, type APIApplicationCommand, type APIApplicationCommandOption } from 'discord.js';
import type { Press } from '../interactions/desk';
import { resolve } from '../interactions/payload';
import type { Channel } from '../world/records';
import type { World } from '../world/world';
import { givenOptions, Refusal, type GivenOption } from './command-options';
import { pressedBy } from './pressed-by';
import type { PressOf } from './requests';
import { mayUse, slashCommands } from './view';

/** A command, as it is to be told to the bot. */
export function pressCommand(world: World, channel: Channel, request: PressOf<'command'>): Press | Refusal {
  const found = findCommand(world, request.persona, request.name);
  if (found instanceof Refusal) return found;
  const options = givenOptions(world, found.definitions, request.options);
  if (options instanceof Refusal) return options;
  const ids = options.filter((one) => ID_TYPES.includes(one.type)).map((one) => String(one.value));
  return {
    type: InteractionType.ApplicationCommand,
    channel,
    userId: request.persona,
    data: commandData(world, found, options, ids),
    commandName: request.name,
    metadata: pressedBy(world, request.persona, InteractionType.ApplicationCommand),
    noAnswer: 'The application did not respond',
  };
}

/** Typing into an option that autocompletes. Nothing is checked: the command is not finished yet. */
export function pressAutocomplete(world: World, channel: Channel, request: PressOf<'autocomplete'>): Press | Refusal {
  const found = findCommand(world, request.persona, request.name);
  if (found instanceof Refusal) return found;
  const focused = found.definitions.find((one) => one.name === request.focused);
  if (focused === undefined || !('autocomplete' in focused) || focused.autocomplete !== true) {
    return new Refusal(`The option "${request.focused}" does not autocomplete.`);
  }
  const options = found.definitions.flatMap((one): GivenOption[] => {
    const value = request.options[one.name];
    if (one.name === request.focused) return [{ name: one.name, type: one.type, value: String(value ?? ''), focused: true }];
    return value === undefined ? [] : [{ name: one.name, type: one.type, value }];
  });
  return {
    type: InteractionType.ApplicationCommandAutocomplete,
    channel,
    userId: request.persona,
    data: commandData(world, found, options, []),
    commandName: request.name,
    metadata: pressedBy(world, request.persona, InteractionType.ApplicationCommand),
    noAnswer: 'Loading options failed',
  };
}

const ID_TYPES: readonly number[] = [Type.User, Type.Role, Type.Channel, Type.Mentionable];

interface FoundCommand {
  command: APIApplicationCommand;
  /** The subcommand group and subcommand, outermost first. */
  path: APIApplicationCommandOption[];
  definitions: readonly APIApplicationCommandOption[];
}

/** `name` may go on with the names of a subcommand group and a subcommand. */
function findCommand(world: World, personaId: string, name: string): FoundCommand | Refusal {
  const [first, ...rest] = name.replace(/^\//, '').trim().split(/\s+/);
  const command = slashCommands(world).find((one) => one.name === first);
  if (command === undefined) return new Refusal(`There is no command /${first}.`);
  if (!mayUse(world, command, personaId)) return new Refusal(`You do not have permission to use /${first}.`);
  let definitions: readonly APIApplicationCommandOption[] = command.options ?? [];
  const path: APIApplicationCommandOption[] = [];
  for (const part of rest) {
    const next = definitions.find((one) => one.name === part);
    if (next === undefined || (next.type !== Type.Subcommand && next.type !== Type.SubcommandGroup)) return new Refusal(`There is no command /${name}.`);
    path.push(next);
    definitions = next.options ?? [];
  }
  const unfinished = definitions.find((one) => one.type === Type.Subcommand || one.type === Type.SubcommandGroup);
  return unfinished === undefined ? { command, path, definitions } : new Refusal(`Choose a subcommand, such as /${name} ${unfinished.name}.`);
}

function commandData(world: World, { command, path }: FoundCommand, given: GivenOption[], ids: string[]): object {
  const options = path.reduceRight<object[]>((inner, { name, type }) => [{ name, type, options: inner }], given);
  const resolved = resolve(world, ids);
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    options,
    ...(resolved === undefined ? {} : { resolved }),
  };
}
