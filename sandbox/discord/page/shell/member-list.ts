import { html, type TemplateResult } from 'lit';
import { applicationAvatar, initialAvatar } from '../avatar';
import type { PageSession } from '../session/page-session';

/** Who is here: the bot, with whether it is connected, and the people one may act as. */
export function memberList(session: PageSession): TemplateResult {
  const { state, persona: current } = session;
  if (!state) return html``;
  const { application, personas } = state;
  return html`<aside class="members" aria-label="Members">
    <h2>Application — 1</h2>
    <div class="member ${application.online ? '' : 'offline'}" data-testid="application-status" data-online=${application.online ? 'true' : 'false'}>
      <span class="avatar ${application.online ? 'online' : ''}"><img src=${applicationAvatar} alt="" /></span>
      <span class="member-words"><span>${application.name} <span class="app-tag">APP</span></span><small>${application.online ? 'Plan first' : 'Offline: waiting for the engine'}</small></span>
    </div>
    <h2>People — ${personas.length}</h2>
    ${personas.map(
      (persona) =>
        html`<button type="button" class="member" aria-label=${`Act as ${persona.displayName}`} aria-pressed=${persona.id === current?.id ? 'true' : 'false'} @click=${() => void session.actAs(persona.id)}>
          <span class="avatar online"><img src=${initialAvatar(persona.displayName, persona.avatarColor)} alt="" /></span>
          <span class="member-words"
            ><span style=${`color: ${/^#[\da-f]{3,8}$/i.test(persona.avatarColor) ? persona.avatarColor : 'inherit'}`}>${persona.displayName}</span>
            ${persona.id === current?.id ? html`<span class="you-tag">you</span>` : ''}<small>${persona.about}</small></span
          >
        </button>`,
    )}
  </aside>`;
}
