import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PageMessage } from '../../page-api';
import { icons } from '../icons';
import { continues, isOtherDay } from '../session/message-log';
import { messageTemplate } from './message';
import type { MessageView } from './message-view';

const nearPx = 60;

/** A channel's messages. Stays at the newest one for as long as the reader is there. */
export class MessageList extends LitElement {
  static override properties = {
    view: { attribute: false },
    channelId: {},
    messages: { attribute: false },
    opening: { attribute: false },
    revision: { type: Number },
    away: { state: true },
  };
  declare view: MessageView;
  declare channelId: string;
  declare messages: PageMessage[] | undefined;
  /** What stands above the first message. */
  declare opening: unknown;
  /** Raised when the session changed: presses and failures are drawn from it. */
  declare revision: number;
  /** The reader scrolled up. */
  declare private away: boolean;
  private scrollTopBefore = 0;
  private readonly grown = new ResizeObserver(() => this.stick());

  protected override createRenderRoot(): this {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.grown.disconnect();
  }

  protected override firstUpdated(): void {
    for (const part of this.querySelectorAll('.scroller, .messages')) this.grown.observe(part);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('channelId')) this.away = false;
  }

  protected override updated(): void {
    this.stick();
  }

  private stick(): void {
    const scroller = this.querySelector('.scroller');
    if (scroller && !this.away) scroller.scrollTop = scroller.scrollHeight;
  }

  private readonly scrolled = (event: Event) => {
    const { scrollHeight, scrollTop, clientHeight } = event.currentTarget as HTMLElement;
    const away = scrollHeight - scrollTop - clientHeight > nearPx;
    // Growing content leaves the end far below without anybody scrolling: only going up is going away.
    if (!away || scrollTop < this.scrollTopBefore) this.away = away;
    this.scrollTopBefore = scrollTop;
  };

  protected override render() {
    const messages = this.messages ?? [];
    return html`<div class="scroller" tabindex="-1" @scroll=${this.scrolled}>
        <div class="messages" role="log" aria-label="Messages" aria-busy=${this.messages ? 'false' : 'true'}>
          ${this.messages ? this.opening : nothing}
          ${repeat(
            messages,
            ({ id }) => id,
            (message, index) => this.entry(message, messages[index - 1]),
          )}
        </div>
      </div>
      ${this.away ? this.jump() : nothing}`;
  }

  private entry(message: PageMessage, previous: PageMessage | undefined) {
    const otherDay = isOtherDay(previous, message);
    const day = new Date(message.timestamp).toLocaleDateString(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
    return html`${otherDay ? html`<div class="day" role="separator"><span>${day}</span></div>` : nothing}
    ${messageTemplate(this.view, this.channelId, message, !otherDay && continues(previous, message))}`;
  }

  private jump() {
    const down = () => {
      this.away = false;
      this.stick();
    };
    return html`<button type="button" class="jump" @click=${down}>You’re viewing older messages <span>Jump to present ${icons.chevron}</span></button>`;
  }
}

customElements.define('message-list', MessageList);
