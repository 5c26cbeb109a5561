import type { APIApplicationCommand } from 'discord.js';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { runCommand } from '../session/interactions';
import type { PageSession } from '../session/page-session';
import { commandFormTemplate } from './command-form-template';
import { commandOptions, readOptions, type CommandOption, type OptionDraft, type Suggestion } from './command-options';
import { Suggester } from './suggester';
import { suggestionsFor } from './suggestions';

/** A picked command with a box per option. Leaves with a `leave` event: sent, or given up. */
export class CommandForm extends LitElement {
  static override properties = {
    ...{ session: { attribute: false }, channelId: {}, command: { attribute: false }, prefix: {}, added: { state: true }, drafts: { state: true } },
    ...{ focused: { state: true }, active: { state: true }, errors: { state: true }, refusal: { state: true }, busy: { state: true } },
  };
  declare session: PageSession;
  declare channelId: string;
  declare command: APIApplicationCommand;
  declare prefix: string;
  declare added: readonly string[];
  declare drafts: ReadonlyMap<string, OptionDraft>;
  declare focused: string | undefined;
  declare active: number;
  declare errors: ReadonlyMap<string, string>;
  declare refusal: string | undefined;
  declare busy: boolean;
  readonly suggester = new Suggester(this);

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('command')) return;
    Object.assign(this, { added: [], drafts: new Map(), focused: undefined, active: 0, errors: new Map(), refusal: undefined, busy: false });
    void this.updateComplete.then(() => this.focusOn(this.shown[0]?.name));
  }

  protected override updated(): void {
    this.querySelector('.suggestion[data-active]')?.scrollIntoView({ block: 'nearest' });
  }

  get options(): CommandOption[] {
    return commandOptions(this.command);
  }

  /** The required ones, and those added. */
  get shown(): CommandOption[] {
    const added = this.added.flatMap((name) => this.options.filter((option) => option.name === name));
    return [...this.options.filter(({ required }) => required), ...added];
  }

  get addable(): CommandOption[] {
    return this.options.filter((option) => !this.shown.includes(option));
  }

  get focusedOption(): CommandOption | undefined {
    return this.options.find(({ name }) => name === this.focused);
  }

  read() {
    const { state } = this.session;
    return readOptions(this.shown, this.drafts, (option) => (state ? suggestionsFor(option, state) : []));
  }

  focusOn(name: string | undefined): void {
    const box = name ? `.pill[data-option="${CSS.escape(name)}"] input` : '.pill-command';
    this.querySelector<HTMLElement>(box)?.focus();
  }

  enter(name: string): void {
    this.focused = name;
    this.suggester.ask(0);
  }

  leave(text: string): void {
    this.dispatchEvent(new CustomEvent('leave', { detail: text }));
  }

  type(name: string, text: string): void {
    this.draft(name, { text });
    this.suggester.ask();
  }

  pick(suggestion: Suggestion): void {
    if (!this.focused) return;
    this.draft(this.focused, { text: suggestion.name, picked: suggestion });
    this.suggester.close();
    const next = this.shown.find(({ name }) => !this.drafts.get(name)?.text);
    if (next) this.focusOn(next.name);
    else this.requestUpdate();
  }

  async add(name: string): Promise<void> {
    this.added = [...this.added, name];
    await this.updateComplete;
    this.focusOn(name);
  }

  takeAway(name: string): void {
    const index = this.shown.findIndex((option) => option.name === name);
    const previous = this.shown[index - 1];
    if (!this.added.includes(name)) return previous ? this.focusOn(previous.name) : this.leave(`/${this.command.name}`);
    this.added = this.added.filter((other) => other !== name);
    this.drafts = new Map([...this.drafts].filter(([other]) => other !== name));
    void this.updateComplete.then(() => this.focusOn(previous?.name));
  }

  async send(): Promise<void> {
    if (this.busy) return;
    const { values, errors } = this.read();
    this.errors = errors;
    this.refusal = undefined;
    this.suggester.close();
    const [wrong] = errors.keys();
    if (wrong) return this.focusOn(wrong);
    this.busy = true;
    const answer = await runCommand(this.session, this.channelId, this.command.name, values);
    this.busy = false;
    if (answer.outcome === 'failed') this.refusal = answer.reason;
    else this.leave('');
  }

  private draft(name: string, draft: OptionDraft): void {
    this.drafts = new Map([...this.drafts, [name, draft]]);
    this.errors = new Map([...this.errors].filter(([other]) => other !== name));
    this.refusal = undefined;
    this.active = 0;
  }

  protected override render() {
    return this.session.state ? commandFormTemplate(this) : html`${nothing}`;
  }
}

customElements.define('command-form', CommandForm);
