import { html, LitElement } from 'lit';
import './composer/message-composer';
import './messages/message-list';
import './modal/modal-dialog';
import { PageSession } from './session/page-session';
import { channelColumn } from './shell/channel-column';
import { channelHeader } from './shell/channel-header';
import { channelList } from './shell/channel-list';
import { connectionBanner } from './shell/connection-banner';
import { guildRail } from './shell/guild-rail';
import { memberList } from './shell/member-list';
import { threadPanel } from './shell/thread-panel';
import { userPanel } from './shell/user-panel';

/** The whole page: the guild, its channels, the channel, its open thread or its members. */
export class SandboxPage extends LitElement {
  static override properties = { drawer: { state: true }, personas: { state: true }, members: { state: true } };
  /** On a narrow page the channels are behind a button. */
  declare private drawer: boolean;
  declare private personas: boolean;
  declare private members: boolean;
  private readonly session = new PageSession();
  private revision = 0;

  constructor() {
    super();
    Object.assign(this, { drawer: false, personas: false, members: true });
    this.session.addEventListener('change', () => {
      this.revision += 1;
      this.requestUpdate();
    });
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.session.start();
    document.addEventListener('pointerdown', this.outside);
    this.session.addEventListener('show-personas', this.showPersonas);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.outside);
  }

  private readonly showPersonas = () => {
    this.drawer = true;
    this.personas = true;
  };

  private readonly outside = (event: Event) => {
    if (event.target instanceof Element && !event.target.closest('.user-area')) this.personas = false;
  };

  protected override render() {
    const { session, revision } = this;
    const closeDrawer = () => (this.drawer = false);
    if (!session.state) return html`<div class="loading-page">${connectionBanner(session)}</div>`;
    return html`<div class="page ${this.drawer ? 'drawer-open' : ''} ${session.thread ? 'with-thread' : ''}">
        <div class="sidebar">
          ${guildRail(session)}
          <nav class="guild" aria-label="Channels">
            <header class="guild-header">${session.state.guild.name}</header>
            ${channelList(session, closeDrawer)}
          </nav>
          ${userPanel(session, { open: this.personas, toggle: () => (this.personas = !this.personas) })}
        </div>
        <div class="scrim" @click=${closeDrawer}></div>
        <main class="main">
          ${channelHeader(session, {
            members: this.members,
            toggleMembers: () => (this.members = !this.members),
            openChannels: () => (this.drawer = true),
            showPersonas: this.showPersonas,
          })}
          ${connectionBanner(session)}
          <div class="channel-body">
            <section class="column" aria-label=${`Channel ${session.channel?.name ?? ''}`}>${channelColumn(session, revision)}</section>
            ${this.members && !session.thread ? memberList(session) : ''}
          </div>
        </main>
        ${threadPanel(session, revision)}
      </div>
      ${session.modal ? html`<modal-dialog .session=${session} .modalId=${session.modal.modalId}></modal-dialog>` : ''}`;
  }
}

customElements.define('sandbox-page', SandboxPage);
