import { html, type TemplateResult } from 'lit';
import type { Persona } from '../../page-api';
import { initialAvatar } from '../avatar';
import { icons } from '../icons';
import type { PageSession } from '../session/page-session';

interface Panel {
  open: boolean;
  toggle(): void;
}

/** Who is acting, at the bottom left as at Discord. A click shows the others. */
export function userPanel(session: PageSession, { open, toggle }: Panel): TemplateResult {
  const { persona, state } = session;
  if (!persona || !state) return html``;
  const choose = (chosen: Persona) => {
    toggle();
    void session.actAs(chosen.id);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) toggle();
  };
  return html`<div class="user-area" @keydown=${leave}>
    ${open ? personaSwitch(state.personas, persona, choose) : ''}
    <button type="button" class="user-panel" data-testid="persona-switch" aria-haspopup="menu" aria-expanded=${open ? 'true' : 'false'} aria-label=${`You are ${persona.displayName}. Act as somebody else`} @click=${toggle}>
      <span class="avatar online"><img src=${initialAvatar(persona.displayName, persona.avatarColor)} alt="" /></span>
      <span class="user-words"><strong data-testid="current-persona">${persona.displayName}</strong><small>${persona.name}</small></span>
      <span class="user-swap">${icons.swap}<span>Switch</span></span>
    </button>
  </div>`;
}

function personaSwitch(personas: readonly Persona[], current: Persona, choose: (persona: Persona) => void): TemplateResult {
  return html`<div class="persona-menu" role="menu" aria-label="Act as">
    <p class="persona-title">Act as<small>The same server, seen and used by somebody else.</small></p>
    ${personas.map(
      (persona) =>
        html`<button type="button" role="menuitemradio" aria-checked=${persona.id === current.id ? 'true' : 'false'} data-testid=${`persona-${persona.name}`} @click=${() => choose(persona)}>
          <span class="avatar"><img src=${initialAvatar(persona.displayName, persona.avatarColor)} alt="" /></span>
          <span class="persona-words"><strong>${persona.displayName} <span class="role-tag">${persona.name}</span></strong><small>${persona.about}</small></span>
          ${persona.id === current.id ? html`<span class="picked">${icons.check}</span>` : ''}
        </button>`,
    )}
  </div>`;
}
