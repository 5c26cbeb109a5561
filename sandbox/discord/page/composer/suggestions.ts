import type { PageState } from '../../page-api';
import { option as kind } from '../kinds';
import type { CommandOption, Suggestion } from './command-options';

/** What the page itself can suggest for an option: its choices, yes and no, people, channels and roles. */
export function suggestionsFor(option: CommandOption, state: Pick<PageState, 'personas' | 'channels' | 'guild'>): Suggestion[] {
  const people = state.personas.map(({ id, displayName, about }) => ({ name: displayName, value: id, description: about }));
  const roles = [...state.guild.roles.map(({ id, name }) => ({ name: `@${name}`, value: id, description: 'Role' })), { name: '@everyone', value: state.guild.id }];
  switch (option.type) {
    case kind.boolean:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case kind.user:
      return people;
    case kind.role:
      return roles;
    case kind.mentionable:
      return [...people, ...roles];
    case kind.channel:
      return state.channels.filter(({ kind: type }) => type === 'text').map(({ id, name }) => ({ name, value: id }));
    default:
      return 'choices' in option ? (option.choices ?? []).map(({ name, value }) => ({ name, value })) : [];
  }
}

export function isAutocompleted(option: CommandOption): boolean {
  return 'autocomplete' in option && option.autocomplete === true;
}

/** Those whose name contains what was typed; all of them as long as nothing was. */
export function filterSuggestions(suggestions: readonly Suggestion[], typed: string): Suggestion[] {
  const query = typed.trim().toLowerCase().replace(/^[@#]/, '');
  return suggestions.filter(({ name }) => name.toLowerCase().includes(query)).slice(0, 25);
}
