import { ComponentType as Type } from 'discord.js';
import type { World } from '../world/world';

/** A component in which a person chooses: a select menu, or a group of boxes. */
export interface Menu {
  type: Type;
  custom_id: string;
  options?: { value: string; label: string; default?: boolean | undefined }[];
  channel_types?: number[];
  min_values?: number;
  max_values?: number;
  required?: boolean;
  disabled?: boolean;
}

/** Why these values cannot be chosen here, or nothing. `fewest` is how many must be. */
export function faultOfChoice(world: World, menu: Menu, values: readonly string[], fewest: number, most: number): string | undefined {
  if (values.length < fewest) return fewest === 1 ? 'needs a choice' : `needs at least ${fewest} choices`;
  if (values.length > most) return `takes at most ${most} ${most === 1 ? 'choice' : 'choices'}`;
  if (new Set(values).size < values.length) return 'has the same choice twice';
  const wrong = values.find((value) => !isAmong(world, menu, value));
  return wrong === undefined ? undefined : `does not offer "${wrong}"`;
}

function isAmong(world: World, menu: Menu, value: string): boolean {
  const { directory } = world;
  const channel = world.channel(value);
  switch (menu.type) {
    case Type.UserSelect:
      return directory.member(value) !== undefined;
    case Type.RoleSelect:
      return directory.role(value) !== undefined;
    case Type.MentionableSelect:
      return directory.member(value) !== undefined || directory.role(value) !== undefined;
    case Type.ChannelSelect:
      return channel !== undefined && (!menu.channel_types?.length || menu.channel_types.includes(channel.type));
    default:
      return menu.options?.some((option) => option.value === value) ?? false;
  }
}
