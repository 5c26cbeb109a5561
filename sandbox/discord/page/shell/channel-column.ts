import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../icons';
import { messageView } from '../messages/message-view';
import type { PageSession } from '../session/page-session';
import { firstVisit } from './first-visit';

/** The channel's messages, with the line to write below them. */
export function channelColumn(session: PageSession, revision: number): TemplateResult | typeof nothing {
  const { channel } = session;
  if (!channel) return nothing;
  const opening = html`<div class="opening">
    <span class="opening-icon">${channel.kind === 'direct' ? '@' : icons.hash}</span>
    <h2>${channel.kind === 'direct' ? channel.name : `Welcome to #${channel.name}!`}</h2>
    <p>${channel.kind === 'direct' ? `Here ${channel.name} writes to you alone.` : `This is the start of the #${channel.name} channel.`}</p>
  </div>`;
  return html`<message-list .view=${messageView(session)} .channelId=${channel.id} .messages=${session.messagesIn(channel.id)} .opening=${opening} .revision=${revision}></message-list>
    ${firstVisit(session)}
    <message-composer .session=${session} .channelId=${channel.id} .placeholder=${channel.kind === 'direct' ? `Message @${channel.name}` : `Message #${channel.name}`} .revision=${revision}></message-composer>`;
}
