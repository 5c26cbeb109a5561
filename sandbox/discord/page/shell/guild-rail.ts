import { html, type TemplateResult } from 'lit';
import { applicationAvatar } from '../avatar';
import type { PageSession } from '../session/page-session';

/** The narrow column at the very left: the guild that the sandbox is. */
export function guildRail(session: PageSession): TemplateResult {
  const name = session.state?.guild.name ?? '';
  const initials = name
    .split(/\s+/)
    .map(([letter]) => letter ?? '')
    .join('')
    .slice(0, 3);
  return html`<nav class="rail" aria-label="Servers">
    <span class="rail-home" title="Cloud Engine sandbox"><img src=${applicationAvatar} alt="Cloud Engine sandbox" /></span>
    <span class="rail-line"></span>
    <span class="rail-guild current" title=${name}>${initials}</span>
  </nav>`;
}
