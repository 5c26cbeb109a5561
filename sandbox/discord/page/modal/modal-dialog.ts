import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { applicationAvatar } from '../avatar';
import { defaultValues } from '../components/select';
import { icons } from '../icons';
import { markdown } from '../markdown/render-markdown';
import { messageView } from '../messages/message-view';
import { submitModal, type ModalValues } from '../session/interactions';
import type { PageSession } from '../session/page-session';
import { fieldTemplate } from './field';
import { modalErrors, modalFields, type ModalField } from './modal-fields';

/** The form that a bot answered with. What was typed stays until it is accepted or cancelled. */
export class ModalDialog extends LitElement {
  static override properties = {
    session: { attribute: false },
    modalId: {},
    values: { state: true },
    errors: { state: true },
    refusal: { state: true },
    busy: { state: true },
  };
  declare session: PageSession;
  declare modalId: string;
  declare private values: ModalValues;
  declare private errors: Map<string, string>;
  declare private refusal: string | undefined;
  declare private busy: boolean;
  private fields: ModalField[] = [];

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('modalId') || !this.session.modal) return;
    this.fields = modalFields(this.session.modal.data);
    this.values = Object.fromEntries(this.fields.flatMap((field) => (field.kind === 'words' ? [] : [[field.id, startValue(field)]])));
    this.errors = new Map();
    this.refusal = undefined;
    this.busy = false;
  }

  protected override firstUpdated(): void {
    const dialog = this.querySelector('dialog');
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('input, textarea, [role=combobox]')?.focus();
  }

  private readonly cancel = (event: Event) => {
    event.preventDefault();
    this.session.modal = undefined;
    this.session.changed();
  };

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    if (this.busy) return;
    this.errors = modalErrors(this.fields, this.values);
    if (this.errors.size > 0) {
      const first = [...this.errors.keys()][0] ?? '';
      this.querySelector<HTMLElement>(`[data-field="${CSS.escape(first)}"] :is(input, textarea, [role=combobox])`)?.focus();
      return;
    }
    this.busy = true;
    this.refusal = await submitModal(this.session, this.values);
    this.busy = false;
  };

  private readonly change = (id: string, value: string | string[]) => {
    this.values = { ...this.values, [id]: value };
    if (this.errors.has(id)) this.errors = new Map([...this.errors].filter(([other]) => other !== id));
  };

  protected override render() {
    const { modal, state } = this.session;
    if (!modal || !state) return nothing;
    const { names } = messageView(this.session);
    return html`<dialog class="modal" role="dialog" aria-modal="true" aria-labelledby="modal-title" @cancel=${this.cancel}>
      <form novalidate @submit=${this.submit}>
        <header>
          <img src=${applicationAvatar} alt="" />
          <h2 id="modal-title">${modal.data.title}</h2>
          <button type="button" class="icon-button" aria-label="Close" @click=${this.cancel}>${icons.close}</button>
        </header>
        <div class="modal-body">
          <p class="modal-notice">${icons.warning} This form will be submitted to ${state.application.name}. Do not share passwords or other sensitive information.</p>
          ${this.fields.map((field) =>
            field.kind === 'words'
              ? html`<div class="markup">${markdown(field.content, names)}</div>`
              : fieldTemplate(field, { value: this.values[field.id] ?? '', error: this.errors.get(field.id), state, change: this.change }),
          )}
        </div>
        ${this.refusal ? html`<p class="modal-refusal" role="alert">${icons.warning} ${this.refusal}</p>` : nothing}
        <footer>
          <button type="button" class="button secondary" @click=${this.cancel}>Cancel</button>
          <button type="submit" class="button primary ${this.busy ? 'loading' : ''}" aria-busy=${this.busy ? 'true' : 'false'}>
            <span class="button-words">Submit</span>
            ${this.busy ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>` : nothing}
          </button>
        </footer>
      </form>
    </dialog>`;
  }
}

function startValue(field: Exclude<ModalField, { kind: 'words' }>): string | string[] {
  if (field.kind === 'text') return field.value;
  if (field.kind === 'select') return defaultValues(field.select);
  if (field.kind === 'radio') return field.choices.find(({ chosen }) => chosen)?.value ?? '';
  if (field.kind === 'checkboxes') return field.choices.filter(({ chosen }) => chosen).map(({ value }) => value);
  return field.kind === 'checkbox' ? String(field.checked) : '';
}

customElements.define('modal-dialog', ModalDialog);
