import { html, LitElement, nothing } from 'lit';
import { icons } from '../icons';
import { fileSize } from './file-size';

const previewLines = 6;
/** More than anybody reads below a message; the whole file is a click away. */
const expandedLines = 400;

/** A text file below a message: its first lines, unfolded on demand, the whole of it in a window of its own, and a download. */
export class TextAttachment extends LitElement {
  static override properties = {
    url: {},
    filename: {},
    size: { type: Number },
    text: { state: true },
    unfolded: { state: true },
    whole: { state: true },
  };
  declare url: string;
  declare filename: string;
  declare size: number;
  declare private text: string | undefined;
  declare private unfolded: boolean;
  declare private whole: boolean;
  private loadedUrl = '';

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(): void {
    if (this.url !== this.loadedUrl) void this.load();
  }

  protected override updated(): void {
    const dialog = this.querySelector('dialog');
    if (this.whole && dialog && !dialog.open) dialog.showModal();
  }

  private async load(): Promise<void> {
    this.loadedUrl = this.url;
    const response = await fetch(this.url).catch(() => undefined);
    this.text = response?.ok ? await response.text() : undefined;
  }

  protected override render() {
    const lines = this.text?.replace(/\n$/, '').split('\n') ?? [];
    const shown = lines.slice(0, this.unfolded ? expandedLines : previewLines);
    const left = lines.length - shown.length;
    const fold = () => (this.unfolded = !this.unfolded);
    return html`<div class="text-file">
      ${this.text === undefined ? nothing : html`<pre tabindex="0">${shown.join('\n')}</pre>`}
      ${left > 0 ? html`<div class="lines-left">… ${left} more ${left === 1 ? 'line' : 'lines'}</div>` : nothing}
      <div class="text-file-bar">
        <button type="button" class="icon-button" aria-label=${this.unfolded ? 'Collapse' : 'Expand'} aria-expanded=${this.unfolded ? 'true' : 'false'} @click=${fold}>
          <span class=${this.unfolded ? 'up' : ''}>${icons.chevron}</span>
        </button>
        <span class="file-name">${this.filename}</span><small>${fileSize(this.size)}</small>
        <button type="button" class="icon-button" aria-label="View whole file" title="View whole file" @click=${() => (this.whole = true)}>${icons.expand}</button>
        <a class="icon-button" href=${this.url} download=${this.filename} aria-label=${`Download ${this.filename}`} title="Download">${icons.download}</a>
      </div>
      ${this.whole ? this.wholeFile() : nothing}
    </div>`;
  }

  private wholeFile() {
    const close = () => (this.whole = false);
    return html`<dialog class="whole-file" aria-label=${this.filename} @close=${close}>
      <header>
        <strong>${this.filename}</strong><small>${fileSize(this.size)}</small>
        <button type="button" class="icon-button" aria-label="Close" @click=${close}>${icons.close}</button>
      </header>
      <pre tabindex="0">${this.text ?? 'The file could not be read.'}</pre>
    </dialog>`;
  }
}

customElements.define('text-attachment', TextAttachment);
