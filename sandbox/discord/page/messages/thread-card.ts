import { html, nothing } from 'lit';
import type { PageMessage } from '../../page-api';
import { icons } from '../icons';
import { withEmoji } from '../markdown/emoji';
import type { PageSession } from '../session/page-session';

/** The thread that hangs on a message: its name, how much was said in it, and the way in. */
export function threadCard(session: PageSession, message: PageMessage): unknown {
  const channel = session.state?.channels.find(({ id, kind }) => kind === 'thread' && id === message.id);
  const name = channel?.name ?? message.thread?.name;
  if (!name) return nothing;
  const id = channel?.id ?? message.id;
  const count = countWords(channel?.messageCount ?? session.messagesIn(id)?.length ?? 0);
  return html`<div slot="thread" class="thread-hook">
    <button type="button" class="thread-card" data-testid="open-thread" data-thread-id=${id} @click=${() => session.open(id)}>
      <span class="thread-line"><strong>${withEmoji(name)}</strong><span class="thread-count">${count} ›</span></span>
      <span class="thread-note">${icons.thread} ${channel?.archived ? 'This thread is archived.' : 'Open the thread to follow along.'}</span>
    </button>
  </div>`;
}

function countWords(count: number): string {
  if (count === 0) return 'See thread';
  return count === 1 ? '1 Message' : `${count} Messages`;
}
