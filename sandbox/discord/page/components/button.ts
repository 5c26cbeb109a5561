import type { APIButtonComponent, APIMessageComponentEmoji } from 'discord.js';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons';
import { button as style } from '../kinds';
import { withEmoji } from '../markdown/emoji';
import { press } from '../session/interactions';
import type { ComponentView } from './component';

const classNames: Record<number, string> = {
  [style.primary]: 'primary',
  [style.secondary]: 'secondary',
  [style.success]: 'success',
  [style.danger]: 'danger',
};

export function buttonTemplate(button: APIButtonComponent, view: ComponentView): TemplateResult {
  if (button.style === style.premium) return html`<button type="button" class="button primary" disabled>Premium</button>`;
  if (button.style === style.link) return linkButton(button.url, button.label ?? '', button.disabled ?? false);
  const { session, channelId, message } = view;
  const { custom_id: customId, label } = button;
  const loading = session.pressed.get(message.id) === customId;
  return html`<button
    type="button"
    class="button ${classNames[button.style] ?? 'secondary'} ${loading ? 'loading' : ''}"
    data-testid="button"
    data-custom-id=${customId}
    ?disabled=${button.disabled}
    aria-busy=${loading ? 'true' : 'false'}
    @click=${() => void press(session, channelId, message.id, customId)}
  >
    <span class="button-words">${emoji(button.emoji)}${withEmoji(label ?? '')}</span>
    ${loading ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>` : nothing}
  </button>`;
}

function linkButton(url: string, label: string, disabled: boolean): TemplateResult {
  if (disabled || !/^https?:\/\//i.test(url)) return html`<button type="button" class="button secondary" disabled>${label}</button>`;
  return html`<a class="button secondary" href=${url} target="_blank" rel="noopener noreferrer nofollow"
    ><span class="button-words">${label}${icons.launch}</span></a
  >`;
}

/** Only unicode emoji: custom ones are pictures elsewhere. */
export function emoji(value: APIMessageComponentEmoji | undefined): unknown {
  return value?.name && !value.id ? html`<span aria-hidden="true">${withEmoji(value.name)}</span>` : nothing;
}
