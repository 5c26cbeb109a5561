import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../icons';
import { withEmoji } from '../markdown/emoji';
import type { CommandForm } from './command-form';
import { commandFormKeys } from './command-form-keys';
import type { CommandOption, Suggestion } from './command-options';

export function commandFormTemplate(form: CommandForm): TemplateResult {
  const problem = form.refusal ?? (form.focused ? form.errors.get(form.focused) : undefined) ?? [...form.errors.values()][0];
  return html`${popup(form)}
    <div
      class="composer command-mode"
      data-testid=${`${form.prefix}command-form`}
      @keydown=${(event: KeyboardEvent) => commandFormKeys(form, event)}
      @focusout=${(event: FocusEvent) => left(form, event)}
    >
      <div class="pills">
        <button type="button" class="pill-command" aria-label=${`/${form.command.name}, press Backspace to leave`}>/${form.command.name}</button>
        ${repeat(
          form.shown,
          ({ name }) => name,
          (option) => pill(form, option),
        )}
        ${form.addable.map((option) => addOption(form, option))}
      </div>
      ${sendButton(form)}
    </div>
    ${problem ? html`<p class="composer-notice wrong" role="alert" data-testid=${`${form.prefix}command-error`}>${problem}</p>` : nothing}`;
}

function addOption(form: CommandForm, { name, description }: CommandOption): TemplateResult {
  return html`<button type="button" class="add-option" data-testid=${`add-option-${name}`} title=${description} @click=${() => void form.add(name)}>
    + ${name}
  </button>`;
}

function sendButton(form: CommandForm): TemplateResult {
  return html`<button
    type="button"
    class="icon-button send"
    data-testid=${`${form.prefix}send`}
    aria-label="Send"
    aria-busy=${form.busy ? 'true' : 'false'}
    @click=${() => void form.send()}
  >
    ${form.busy ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>` : icons.send}
  </button>`;
}

function left(form: CommandForm, { relatedTarget }: FocusEvent): void {
  if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) form.suggester.close();
}

function pill(form: CommandForm, option: CommandOption): TemplateResult {
  const { name, description } = option;
  const text = form.drafts.get(name)?.text ?? '';
  const error = form.errors.has(name);
  const list = form.focused === name && form.suggester.suggestions.length > 0;
  return html`<label class="pill ${form.focused === name ? 'active' : ''} ${error ? 'wrong' : ''}" data-option=${name}>
    <span class="pill-name">${name}</span>
    <input
      type="text"
      autocomplete="off"
      spellcheck="false"
      role="combobox"
      data-testid=${`option-${name}`}
      aria-label=${`${name}: ${description}`}
      aria-expanded=${list ? 'true' : 'false'}
      aria-controls="option-suggestions"
      aria-activedescendant=${list ? `suggestion-${form.active}` : nothing}
      aria-required=${option.required ? 'true' : 'false'}
      aria-invalid=${error ? 'true' : 'false'}
      style=${`width: ${Math.max(4, text.length + 1)}ch`}
      .value=${live(text)}
      @focus=${() => form.enter(name)}
      @input=${(event: Event) => form.type(name, (event.target as HTMLInputElement).value)}
    />
  </label>`;
}

/** Above the line: what the option in focus means, and what may stand in it. */
function popup(form: CommandForm): TemplateResult {
  const { name, description } = form.focusedOption ?? { name: `/${form.command.name}`, description: form.command.description };
  const { suggestions, loading, failure, open } = form.suggester;
  const listed = open && (suggestions.length > 0 || loading || failure !== undefined);
  return html`<div class="popup options" @mousedown=${(event: Event) => event.preventDefault()}>
    <div class="popup-about"><strong>${name}</strong> <span>${description}</span></div>
    ${listed ? suggestionList(form, name) : nothing}
  </div>`;
}

function suggestionList(form: CommandForm, name: string): TemplateResult {
  const { suggestions, loading, failure } = form.suggester;
  return html`<div id="option-suggestions" role="listbox" aria-label=${name} aria-busy=${loading ? 'true' : 'false'}>
    ${suggestions.map((suggestion, index) => suggested(form, suggestion, index))}
    ${loading && suggestions.length === 0 ? html`<div class="popup-empty">Loading options…</div>` : nothing}
    ${failure ? html`<div class="popup-empty wrong">${failure}</div>` : nothing}
  </div>`;
}

function suggested(form: CommandForm, suggestion: Suggestion, index: number): TemplateResult {
  const active = index === form.active;
  return html`<div
    id=${`suggestion-${index}`}
    class="suggestion"
    role="option"
    data-testid="choice"
    data-value=${String(suggestion.value)}
    aria-selected=${active ? 'true' : 'false'}
    ?data-active=${active}
    @click=${() => form.pick(suggestion)}
    @pointermove=${() => (form.active = index)}
  >
    <span>${withEmoji(suggestion.name)}</span>${suggestion.description ? html`<small>${suggestion.description}</small>` : nothing}
  </div>`;
}
