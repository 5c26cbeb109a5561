import { html, LitElement } from 'lit';
import { formatTimestamp } from './timestamp';

const shown = new Set<LiveTime>();
window.setInterval(() => {
  for (const element of shown) element.requestUpdate();
}, 1_000);

/** `<t:unix:style>`: relative ones go on ticking; all show the full date when pointed at. */
export class LiveTime extends LitElement {
  static override properties = { unix: { type: Number }, format: {} };
  declare unix: number;
  declare format: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.format === 'R') shown.add(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shown.delete(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render() {
    const words = formatTimestamp(this.unix, this.format, Date.now());
    return html`<time class="timestamp" title=${formatTimestamp(this.unix, 'F', Date.now())}>${words}</time>`;
  }
}

customElements.define('live-time', LiveTime);
