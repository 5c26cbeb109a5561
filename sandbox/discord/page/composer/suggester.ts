import { complete } from '../session/interactions';
import type { CommandForm } from './command-form';
import type { Suggestion } from './command-options';
import { filterSuggestions, isAutocompleted, suggestionsFor } from './suggestions';

const debounceMs = 200;

/** The suggestions for the box in focus: the page's own at once, the bot's after a pause in typing. */
export class Suggester {
  open = false;
  loading = false;
  failure: string | undefined;
  private answered: Suggestion[] = [];
  private question = 0;
  private timer: number | undefined;

  constructor(private readonly form: CommandForm) {}

  get suggestions(): Suggestion[] {
    const option = this.form.focusedOption;
    const state = this.form.session.state;
    if (!this.open || !option || !state) return [];
    if (isAutocompleted(option)) return this.answered;
    const draft = this.form.drafts.get(option.name);
    return filterSuggestions(suggestionsFor(option, state), draft?.picked ? '' : (draft?.text ?? ''));
  }

  /** Opens the list for the box in focus. */
  ask(delayMs: number = debounceMs): void {
    const option = this.form.focusedOption;
    this.open = true;
    this.failure = undefined;
    window.clearTimeout(this.timer);
    if (option && isAutocompleted(option)) {
      if (delayMs === 0) this.answered = [];
      this.loading = true;
      const question = (this.question += 1);
      this.timer = window.setTimeout(() => void this.complete(option.name, question), delayMs);
    }
    this.form.requestUpdate();
  }

  close(): void {
    window.clearTimeout(this.timer);
    this.question += 1;
    this.open = false;
    this.loading = false;
    this.form.requestUpdate();
  }

  private async complete(name: string, question: number): Promise<void> {
    const { form } = this;
    const { values } = form.read();
    const draft = form.drafts.get(name);
    const options = { ...values, [name]: draft?.picked ? '' : (draft?.text ?? '') };
    try {
      const choices = await complete(form.session, form.channelId, form.command.name, options, name);
      if (question === this.question) this.answered = choices;
    } catch (error) {
      if (question === this.question) this.failure = error instanceof Error ? error.message : 'Loading options failed';
    }
    if (question !== this.question) return;
    this.loading = false;
    form.requestUpdate();
  }
}
