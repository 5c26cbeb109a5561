import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons';
import { withEmoji } from '../markdown/emoji';
import { messageView } from '../messages/message-view';
import type { PageSession } from '../session/page-session';

/** The open thread, beside its channel. */
export function threadPanel(session: PageSession, revision: number): TemplateResult | typeof nothing {
  const { thread, channel } = session;
  if (!thread) return nothing;
  const opening = html`<div class="opening">
    <span class="opening-icon">${icons.thread}</span>
    <h2>${withEmoji(thread.name)}</h2>
    <p>
      A thread of <strong>#${channel?.name}</strong>.
      ${thread.archived ? 'It is archived: nothing new is said here.' : thread.archiveAfterMinutes ? `It is archived after ${duration(thread.archiveAfterMinutes)} without a word.` : nothing}
    </p>
  </div>`;
  return html`<section class="thread-panel" data-testid="thread-panel" data-thread-id=${thread.id} aria-label=${`Thread ${thread.name}`}>
    <header class="channel-header">
      <span class="header-hash">${icons.thread}</span>
      <h1>${withEmoji(thread.name)}</h1>
      ${thread.archived ? html`<span class="archived-tag">archived</span>` : nothing}
      <button type="button" class="icon-button close-thread" aria-label="Close thread" @click=${() => session.closeThread()}>${icons.close}</button>
    </header>
    <message-list .view=${messageView(session)} .channelId=${thread.id} .messages=${session.messagesIn(thread.id)} .opening=${opening} .revision=${revision}></message-list>
    <message-composer .session=${session} .channelId=${thread.id} .placeholder=${`Message “${thread.name}”`} .prefix=${'thread-'} .revision=${revision}></message-composer>
  </section>`;
}

function duration(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  const hours = minutes / 60;
  if (hours < 24) return hours === 1 ? 'an hour' : `${hours} hours`;
  return hours === 24 ? 'a day' : `${hours / 24} days`;
}
