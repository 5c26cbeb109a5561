import type { APIMessageComponentEmoji } from 'discord.js';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { icons } from '../icons';
import { withEmoji } from '../markdown/emoji';
import { emoji } from './button';
import { placeBelow } from './place-below';

export interface SelectOption {
  value: string;
  label: string;
  description?: string | undefined;
  emoji?: APIMessageComponentEmoji | undefined;
}

/** The values chosen: at once for a single choice, on closing the list for several. */
export class ChooseEvent extends Event {
  constructor(readonly values: string[]) {
    super('choose');
  }
}

let count = 0;

/** Discord's select: a box that opens a list, by mouse or by arrows, Enter, space and Escape. */
export class SelectMenu extends LitElement {
  static override properties = {
    ...{ options: { attribute: false }, values: { attribute: false }, placeholder: {}, label: {} },
    ...{ minimum: { type: Number }, maximum: { type: Number }, disabled: { type: Boolean }, busy: { type: Boolean } },
    ...{ chosen: { state: true }, open: { state: true }, active: { state: true } },
  };
  declare options: SelectOption[];
  declare values: string[];
  declare placeholder: string;
  declare label: string | undefined;
  declare minimum: number;
  declare maximum: number;
  declare disabled: boolean;
  declare busy: boolean;
  declare private chosen: string[];
  declare private open: boolean;
  declare private active: number;
  private readonly listId = `select-list-${(count += 1)}`;
  private given = '';

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(): void {
    const given = JSON.stringify(this.values);
    if (given !== this.given) this.chosen = this.values;
    this.given = given;
  }

  protected override updated(changed: PropertyValues): void {
    const list = this.querySelector<HTMLElement>('[role=listbox]');
    if (changed.has('open') && this.open && list) placeBelow(list, this);
    this.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }

  private show(): void {
    if (this.disabled || this.busy) return;
    this.active = Math.max(
      0,
      this.options.findIndex(({ value }) => this.chosen.includes(value)),
    );
    this.open = true;
  }

  private hide(): void {
    if (!this.open) return;
    this.open = false;
    if (this.maximum > 1 && JSON.stringify(this.chosen) !== this.given && this.chosen.length >= this.minimum) this.tell();
  }

  private tell(): void {
    this.given = JSON.stringify(this.chosen);
    this.dispatchEvent(new ChooseEvent(this.chosen));
  }

  private pick(value: string): void {
    if (this.maximum === 1) {
      this.chosen = [value];
      this.open = false;
      this.tell();
    } else if (this.chosen.includes(value)) this.chosen = this.chosen.filter((other) => other !== value);
    else if (this.chosen.length < this.maximum) this.chosen = [...this.chosen, value];
  }

  private readonly pressed = (event: KeyboardEvent) => {
    const { key } = event;
    if (!['ArrowDown', 'ArrowUp', 'Enter', ' ', 'Escape'].includes(key)) return;
    if (key === 'Escape' && !this.open) return;
    event.preventDefault();
    event.stopPropagation();
    if (!this.open) this.show();
    else if (key === 'Escape') this.hide();
    else if (key === 'Enter' || key === ' ') this.pick(this.options[this.active]?.value ?? '');
    else this.active = (this.active + (key === 'ArrowDown' ? 1 : -1) + this.options.length) % this.options.length;
  };

  protected override render() {
    const picked = this.options.filter(({ value }) => this.chosen.includes(value));
    const words = picked.length ? withEmoji(picked.map(({ label }) => label).join(', ')) : html`<span class="placeholder">${this.placeholder}</span>`;
    return html`<div class="select ${this.open ? 'open' : ''}" @focusout=${() => this.hide()}>
      <button
        type="button"
        class="select-box"
        role="combobox"
        aria-label=${this.label ?? this.placeholder}
        aria-haspopup="listbox"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-controls=${this.listId}
        aria-busy=${this.busy ? 'true' : 'false'}
        ?disabled=${this.disabled}
        @click=${() => (this.open ? this.hide() : this.show())}
        @keydown=${this.pressed}
      >
        <span class="select-words">${picked[0] ? emoji(picked[0].emoji) : nothing}${words}</span>
        ${this.busy ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>` : icons.chevron}
      </button>
      ${this.open ? this.list() : nothing}
    </div>`;
  }

  private list() {
    const keepFocus = (event: Event) => event.preventDefault();
    return html`<div id=${this.listId} class="select-list" popover="manual" role="listbox" aria-multiselectable=${this.maximum > 1 ? 'true' : 'false'} @mousedown=${keepFocus}>
      ${this.options.map((option, index) => this.option(option, index))}
    </div>`;
  }

  private option({ value, label, description, emoji: sign }: SelectOption, index: number) {
    const chosen = this.chosen.includes(value);
    const mark =
      this.maximum > 1
        ? html`<span class="checkbox ${chosen ? 'on' : ''}">${icons.check}</span>`
        : chosen
          ? html`<span class="picked">${icons.check}</span>`
          : nothing;
    return html`<div role="option" data-value=${value} aria-label=${label} aria-selected=${chosen ? 'true' : 'false'} ?data-active=${index === this.active} @click=${() => this.pick(value)} @pointermove=${() => (this.active = index)}>
      ${emoji(sign)}
      <span class="option-words"><span>${withEmoji(label)}</span>${description ? html`<small>${description}</small>` : nothing}</span>
      ${mark}
    </div>`;
  }
}

customElements.define('select-menu', SelectMenu);
