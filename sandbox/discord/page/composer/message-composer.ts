import type { APIApplicationCommand } from 'discord.js';
import { html, LitElement, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icons } from '../icons';
import type { PageSession } from '../session/page-session';
import { visibleCommands } from '../session/visible-commands';
import './command-form';
import { commandPicker } from './command-picker';
import { matchCommands } from './match-commands';

/** The line below the messages. A slash opens the commands; a picked one takes the line's place until it is sent. */
export class MessageComposer extends LitElement {
  static override properties = {
    ...{ session: { attribute: false }, channelId: {}, placeholder: {}, prefix: {}, revision: { type: Number } },
    ...{ text: { state: true }, command: { state: true }, active: { state: true }, closed: { state: true }, notice: { state: true } },
  };
  declare session: PageSession;
  declare channelId: string;
  declare placeholder: string;
  /** Before the test ids, where a second composer is on the page. */
  declare prefix: string;
  /** Raised when the session changed, so that new commands are seen. */
  declare revision: number;
  declare private text: string;
  declare private command: APIApplicationCommand | undefined;
  declare private active: number;
  declare private closed: boolean;
  declare private notice: string;

  constructor() {
    super();
    Object.assign(this, { prefix: '', text: '', active: 0, closed: false, notice: '' });
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.prefix) this.session.addEventListener('use-command', this.useCommand);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.removeEventListener('use-command', this.useCommand);
  }

  protected override updated(): void {
    this.querySelector('#command-picker [data-active]')?.scrollIntoView({ block: 'nearest' });
  }

  private get offered(): APIApplicationCommand[] {
    const { state, persona } = this.session;
    return state && persona ? visibleCommands(state.commands, persona) : [];
  }

  private get picking(): boolean {
    return this.text.startsWith('/') && !this.closed;
  }

  private readonly useCommand = (event: Event) => {
    const name: unknown = (event as CustomEvent<unknown>).detail;
    const command = this.offered.find((offered) => offered.name === name);
    if (command) this.pick(command);
    else this.write(`/${typeof name === 'string' ? name : ''}`);
  };

  private readonly pick = (command: APIApplicationCommand) => {
    this.command = command;
    this.text = '';
    this.notice = '';
  };

  private write(text: string): void {
    this.text = text;
    this.command = undefined;
    this.active = 0;
    this.closed = false;
    this.notice = '';
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.composer-input')?.focus());
  }

  private readonly typed = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    const named = /^\/(\S+) $/.exec(value)?.[1];
    const command = this.offered.find(({ name }) => name === named);
    if (command) this.pick(command);
    else {
      this.text = value;
      this.active = 0;
      this.closed = false;
      this.notice = '';
    }
  };

  private readonly pressed = (event: KeyboardEvent) => {
    const found = this.picking ? matchCommands(this.offered, this.text.slice(1)) : [];
    const chosen = found[this.active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) this.active = (this.active + step + found.length) % found.length;
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) this.pick(chosen);
    else if (event.key === 'Escape' && this.picking) this.closed = true;
    else if (event.key === 'Enter' && this.text) this.notice = 'This sandbox passes on commands only. Begin with / to see them.';
    else return;
    event.preventDefault();
  };

  protected override render() {
    if (!this.session.state) return nothing;
    return html`<div class="composer-area">
      ${this.picking && !this.command ? this.picker() : nothing} ${this.command ? this.form(this.command) : this.line()}
      ${this.notice ? html`<p class="composer-notice" role="alert">${this.notice}</p>` : nothing}
    </div>`;
  }

  private picker() {
    return commandPicker({
      commands: matchCommands(this.offered, this.text.slice(1)),
      application: this.session.state?.application.name ?? '',
      active: this.active,
      pick: this.pick,
      point: (index) => (this.active = index),
    });
  }

  private form(command: APIApplicationCommand) {
    return html`<command-form
      .session=${this.session}
      .channelId=${this.channelId}
      .command=${command}
      .prefix=${this.prefix}
      @leave=${(event: CustomEvent<string>) => this.write(event.detail)}
    ></command-form>`;
  }

  private line() {
    return html`<div class="composer">
      <button type="button" class="icon-button" aria-label="Use a command" title="Use a command" @click=${() => this.write('/')}>${icons.plus}</button>
      <input
        class="composer-input"
        type="text"
        autocomplete="off"
        spellcheck="false"
        role="combobox"
        aria-label=${this.placeholder}
        aria-expanded=${this.picking ? 'true' : 'false'}
        aria-controls="command-picker"
        data-testid=${`${this.prefix}composer`}
        placeholder=${this.placeholder}
        .value=${live(this.text)}
        @input=${this.typed}
        @keydown=${this.pressed}
      />
      <kbd class="slash-hint" aria-hidden="true">/ for commands</kbd>
    </div>`;
  }
}

customElements.define('message-composer', MessageComposer);
