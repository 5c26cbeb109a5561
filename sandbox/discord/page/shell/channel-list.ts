import { html, nothing, type TemplateResult } from 'lit';
import type { PageChannel } from '../../page-api';
import { icons } from '../icons';
import { withEmoji } from '../markdown/emoji';
import type { PageSession } from '../session/page-session';
import { compareIds } from '../session/message-log';

const threadsShown = 12;

/** The channels, each with its threads below: the newest first, the archived ones left out unless one is open. */
export function channelList(session: PageSession, leave: () => void): TemplateResult {
  const channels = session.state?.channels ?? [];
  const open = (id: string) => {
    session.open(id);
    leave();
  };
  const entry = (channel: PageChannel, current: boolean) => {
    const unread = session.unread.has(channel.id);
    return html`<button
      type="button"
      class="channel ${channel.kind} ${current ? 'current' : ''} ${unread ? 'unread' : ''}"
      data-testid=${`channel-${channel.name}`}
      data-channel-id=${channel.id}
      aria-current=${current ? 'page' : nothing}
      aria-label=${`${channel.kind === 'thread' ? 'Thread' : 'Channel'} ${channel.name}${unread ? ', unread' : ''}`}
      @click=${() => open(channel.id)}
    >
      ${channel.kind === 'text' ? icons.hash : channel.kind === 'direct' ? html`<span class="direct-mark" aria-hidden="true">@</span>` : nothing}<span>${withEmoji(channel.name)}</span>
    </button>`;
  };
  const threadsOf = ({ id: parent }: PageChannel) =>
    channels
      .filter(
        ({ kind, parentId, archived, id }) =>
          kind === 'thread' && parentId === parent && (!archived || id === session.place?.threadId || session.unread.has(id)),
      )
      .sort((a, b) => compareIds(b.id, a.id))
      .slice(0, threadsShown);
  const direct = channels.filter(({ kind }) => kind === 'direct');
  return html`<div class="channels">
    <h2>Text channels</h2>
    ${channels
      .filter(({ kind }) => kind === 'text')
      .map((channel) => {
        const threads = threadsOf(channel);
        return html`${entry(channel, channel.id === session.place?.channelId && !session.place.threadId)}
        ${threads.length ? html`<div class="threads">${threads.map((thread) => entry(thread, thread.id === session.place?.threadId))}</div>` : nothing}`;
      })}
    ${direct.length ? html`<h2>Direct messages</h2>${direct.map((channel) => entry(channel, channel.id === session.place?.channelId))}` : nothing}
  </div>`;
}
