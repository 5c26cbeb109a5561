import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons';
import type { PageSession } from '../session/page-session';
import { remember, remembered } from '../session/preferences';

/** The three steps to a first deployment, until they are waved away. */
export function firstVisit(session: PageSession): TemplateResult | typeof nothing {
  const { persona } = session;
  if (!persona || remembered('hint') === 'dismissed' || session.hintDismissed || session.thread) return nothing;
  const dismiss = () => {
    remember('hint', 'dismissed');
    session.hintDismissed = true;
    session.changed();
  };
  const switchPersona = () => session.dispatchEvent(new Event('show-personas'));
  const begin = () => session.dispatchEvent(new CustomEvent('use-command', { detail: 'cloud-deploy' }));
  return html`<aside class="hint" aria-label="First steps" data-testid="first-visit">
    <ol>
      <li><b>1</b><span>You are <strong>${persona.displayName}</strong>, ${persona.name}. <button type="button" class="link" @click=${switchPersona}>Be somebody else</button></span></li>
      <li><b>2</b><span>Type <button type="button" class="hint-command" @click=${begin}>/cloud-deploy</button> and add a resource.</span></li>
      <li><b>3</b><span>Read the plan and its cost, approve, and watch the apply in the thread.</span></li>
    </ol>
    <button type="button" class="icon-button" aria-label="Dismiss first steps" @click=${dismiss}>${icons.close}</button>
  </aside>`;
}
