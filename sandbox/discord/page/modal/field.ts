import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { PageState } from '../../page-api';
import { selectOptions } from '../components/select';
import type { ChooseEvent } from '../components/select-menu';
import type { Choice, ModalField } from './modal-fields';

interface FieldContext {
  value: string | string[];
  error: string | undefined;
  state: PageState;
  change(id: string, value: string | string[]): void;
}

type Input = Exclude<ModalField, { kind: 'words' }>;

/** A label with its mark, its explanation, its input and what is wrong with it. */
export function fieldTemplate(field: Input, context: FieldContext): TemplateResult {
  const { error } = context;
  const control = controlTemplate(field, context);
  const grouped = field.kind === 'radio' || field.kind === 'checkboxes' || field.kind === 'checkbox';
  const mark = `field-label ${field.required ? 'required' : ''}`;
  return html`<div class="field ${error ? 'wrong' : ''}" data-field=${field.id} data-testid=${`field-${field.id}`}>
    ${grouped ? html`<span class=${mark} id=${`label-${field.id}`}>${field.label}</span>` : html`<label class=${mark} for=${`input-${field.id}`}>${field.label}</label>`}
    ${field.description ? html`<p class="field-description" id=${`about-${field.id}`}>${field.description}</p>` : nothing}
    ${control} ${error ? html`<p class="field-error" id=${`error-${field.id}`} role="alert">${error}</p>` : nothing}
  </div>`;
}

function controlTemplate(field: Input, context: FieldContext): TemplateResult {
  const { value, change, state } = context;
  switch (field.kind) {
    case 'text':
      return textControl(field, context);
    case 'select':
      return html`<select-menu
        .label=${field.label}
        .options=${selectOptions(field.select, state)}
        .values=${Array.isArray(value) ? value : []}
        .placeholder=${field.select.placeholder ?? 'Make a selection'}
        .minimum=${field.select.min_values ?? 1}
        .maximum=${field.select.max_values ?? 1}
        @choose=${({ values }: ChooseEvent) => change(field.id, values)}
      ></select-menu>`;
    case 'radio':
      return group('radiogroup', field, (choice) =>
        choiceTemplate('radio', field.id, choice, value === choice.value, () => change(field.id, choice.value)),
      );
    case 'checkboxes': {
      const chosen = Array.isArray(value) ? value : [];
      const toggled = (picked: string) => (chosen.includes(picked) ? chosen.filter((other) => other !== picked) : [...chosen, picked]);
      return group('group', field, (choice) =>
        choiceTemplate('checkbox', field.id, choice, chosen.includes(choice.value), () => change(field.id, toggled(choice.value))),
      );
    }
    case 'checkbox': {
      const choice = { value: 'true', label: field.label, chosen: false };
      return choiceTemplate('checkbox', field.id, choice, value === 'true', () => change(field.id, String(value !== 'true')));
    }
    case 'unsupported':
      return html`<p class="field-description">The sandbox does not show this kind of field.</p>`;
  }
}

function textControl(field: Extract<Input, { kind: 'text' }>, { value, error, change }: FieldContext): TemplateResult {
  const text = Array.isArray(value) ? '' : value;
  const typed = (event: Event) => change(field.id, (event.target as HTMLInputElement | HTMLTextAreaElement).value);
  const about = [field.description ? `about-${field.id}` : '', error ? `error-${field.id}` : ''].filter(Boolean).join(' ');
  const described = ifDefined(about || undefined);
  const invalid = error ? 'true' : 'false';
  const id = `input-${field.id}`;
  const input = field.paragraph
    ? html`<textarea id=${id} name=${field.id} rows="4" placeholder=${field.placeholder} maxlength=${field.maxLength} aria-invalid=${invalid} aria-describedby=${described} ?required=${field.required} .value=${live(text)} @input=${typed}></textarea>`
    : html`<input id=${id} name=${field.id} type="text" autocomplete="off" spellcheck="false" placeholder=${field.placeholder} maxlength=${field.maxLength} aria-invalid=${invalid} aria-describedby=${described} ?required=${field.required} .value=${live(text)} @input=${typed} />`;
  const counted = field.maxLength < 4_000 || field.paragraph;
  return html`<div class="text-control ${field.paragraph ? 'paragraph' : ''}">
    ${input}${counted ? html`<span class="counter" aria-hidden="true">${text.length}/${field.maxLength}</span>` : nothing}
  </div>`;
}

function group(role: string, field: Extract<Input, { choices: Choice[] }>, draw: (choice: Choice) => TemplateResult): TemplateResult {
  return html`<div class="choices" role=${role} aria-labelledby=${`label-${field.id}`}>${field.choices.map(draw)}</div>`;
}

function choiceTemplate(type: 'radio' | 'checkbox', name: string, choice: Choice, checked: boolean, change: () => void): TemplateResult {
  return html`<label class="choice ${checked ? 'on' : ''}">
    <input type=${type} name=${name} value=${choice.value} .checked=${live(checked)} @change=${change} />
    <span class="choice-words"><span>${choice.label}</span>${choice.description ? html`<small>${choice.description}</small>` : nothing}</span>
  </label>`;
}
