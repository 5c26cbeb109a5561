import type { APISelectMenuComponent } from 'discord.js';
import { html, type TemplateResult } from 'lit';
import type { PageState } from '../../page-api';
import { component as kind } from '../kinds';
import { press } from '../session/interactions';
import type { ComponentView } from './component';
import './select-menu';
import type { ChooseEvent, SelectOption } from './select-menu';

/** What a select offers: its own options, or people, channels and roles of the guild. */
export function selectOptions(select: APISelectMenuComponent, state: PageState): SelectOption[] {
  if (select.type === kind.stringSelect) return select.options;
  const people = state.personas.map(({ id, displayName, about }) => ({ value: id, label: displayName, description: about }));
  const everyone = { value: state.guild.id, label: '@everyone' };
  if (select.type === kind.userSelect) return people;
  if (select.type === kind.roleSelect) return [everyone];
  if (select.type === kind.mentionableSelect) return [...people, everyone];
  return state.channels.filter(({ kind: type }) => type === 'text').map(({ id, name }) => ({ value: id, label: `#${name}` }));
}

export function defaultValues(select: APISelectMenuComponent): string[] {
  if (select.type === kind.stringSelect) return select.options.filter((option) => option.default).map(({ value }) => value);
  return select.default_values?.map(({ id }) => id) ?? [];
}

export function selectTemplate(select: APISelectMenuComponent, view: ComponentView): TemplateResult {
  const { session, channelId, message } = view;
  if (!session.state) return html``;
  const choose = ({ values }: ChooseEvent) => void press(session, channelId, message.id, select.custom_id, values);
  return html`<select-menu
    data-testid="select"
    data-custom-id=${select.custom_id}
    .options=${selectOptions(select, session.state)}
    .values=${defaultValues(select)}
    .placeholder=${select.placeholder ?? 'Make a selection'}
    .minimum=${select.min_values ?? 1}
    .maximum=${select.max_values ?? 1}
    ?disabled=${select.disabled}
    ?busy=${session.pressed.get(message.id) === select.custom_id}
    @choose=${choose}
  ></select-menu>`;
}
