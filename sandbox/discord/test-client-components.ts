import type { PageMessage } from './page-api';
import { everyComponent } from './limits/message-components';

export interface Button {
  type: 2;
  label?: string;
  custom_id: string;
  disabled?: boolean;
  style: number;
  url?: string;
}

export interface SelectMenu {
  type: 3 | 5 | 6 | 7 | 8;
  custom_id: string;
  placeholder?: string;
  disabled?: boolean;
  options?: { label: string; value: string; description?: string }[];
}

/** The buttons of a message, in order, however deep they stand. */
export function buttonsOf(message: PageMessage): Button[] {
  return [...everyComponent(message.components)].filter((one): one is Button => 'type' in one && one.type === 2);
}

/** The select menus of a message, in order. */
export function selectsOf(message: PageMessage): SelectMenu[] {
  return [...everyComponent(message.components)].filter((one): one is SelectMenu => 'type' in one && [3, 5, 6, 7, 8].some((type) => type === one.type));
}

/** A button by the words on it or by its custom id. */
export function findButton(message: PageMessage, labelOrCustomId: string): Button {
  const buttons = buttonsOf(message);
  const found = buttons.find((one) => one.label === labelOrCustomId) ?? buttons.find((one) => one.custom_id === labelOrCustomId);
  if (found === undefined) throw new Error(`There is no button "${labelOrCustomId}". There are: ${buttons.map((one) => one.label).join(', ')}.`);
  return found;
}

/** A select menu by its custom id or placeholder. */
export function findSelect(message: PageMessage, customIdOrPlaceholder: string): SelectMenu {
  const menus = selectsOf(message);
  const found = menus.find((one) => one.custom_id === customIdOrPlaceholder || one.placeholder === customIdOrPlaceholder);
  if (found === undefined) throw new Error(`There is no menu "${customIdOrPlaceholder}". There are: ${menus.map((one) => one.placeholder ?? one.custom_id).join(', ')}.`);
  return found;
}

/** All the words a message shows: content, embeds and text displays, one per line. */
export function textOf(message: PageMessage): string {
  const embeds = message.embeds.flatMap((embed) => [
    embed.author?.name,
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text,
  ]);
  const displays = [...everyComponent(message.components)].map((one) => ('content' in one && typeof one.content === 'string' ? one.content : undefined));
  return [message.content, ...embeds, ...displays].filter((one) => one !== undefined && one !== '').join('\n');
}
