import { html, type TemplateResult } from 'lit';
import { applicationAvatar, initialAvatar } from '../avatar';
import { icons } from '../icons';
import type { PageSession } from '../session/page-session';

interface Header {
  members: boolean;
  toggleMembers(): void;
  openChannels(): void;
  showPersonas(): void;
}

export function channelHeader(session: PageSession, { members, toggleMembers, openChannels, showPersonas }: Header): TemplateResult {
  const { channel, state, persona } = session;
  const online = state?.application.online ?? false;
  const name = state?.application.name ?? '';
  return html`<header class="channel-header">
    <button type="button" class="icon-button only-narrow" aria-label="Channels" @click=${openChannels}>${icons.menu}</button>
    <span class="header-hash">${icons.hash}</span>
    <h1>${channel?.name ?? ''}</h1>
    <span class="bot-status ${online ? 'online' : ''}" role="status" title=${`${name} is ${online ? 'online' : 'offline'}`}>
      <img src=${applicationAvatar} alt="" /><span class="bot-name">${name}</span><span class="bot-state">${online ? 'online' : 'offline'}</span>
    </span>
    ${
      persona
        ? html`<button type="button" class="avatar-button only-narrow" aria-label=${`You are ${persona.displayName}. Switch`} @click=${showPersonas}>
          <span class="avatar"><img src=${initialAvatar(persona.displayName, persona.avatarColor)} alt="" /></span>
        </button>`
        : ''
    }
    <button type="button" class="icon-button toggle-members ${members ? 'on' : ''}" aria-label="Member list" aria-pressed=${members ? 'true' : 'false'} @click=${toggleMembers}>${icons.members}</button>
  </header>`;
}
