import { html, nothing, type TemplateResult } from 'lit';
import type { PageSession } from '../session/page-session';

/** Says quietly that what is shown may be old. */
export function connectionBanner({ connection, state }: PageSession): TemplateResult | typeof nothing {
  if (connection === 'away')
    return html`<div class="banner" role="status">The sandbox is away. Reconnecting<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span></div>`;
  if (state && !state.application.online) {
    return html`<div class="banner" role="status">${state.application.name} is offline: commands are not answered until the engine is connected.</div>`;
  }
  return nothing;
}
