import { html, nothing } from 'lit';
import type { PageMessage } from '../../page-api';
import { icons } from '../icons';
import type { PageSession } from '../session/page-session';

/** The thread that hangs on a message: its name, how much was said in it, and the way in. */
export function threadCard(session: PageSession, message: PageMessage): unknown {
  const channel = session.state?.channels.find(({ id, kind }) => kind === 'thread' && id === message.id);
  const name = channel?.name ?? message.thread?.name;
  if (!name) return nothing;
  const count = channel?.messageCount ?? session.messagesIn(message.id)?.length ?? 0;
  const id = channel?.id ?? message.id;
  return html`<div slot="thread" class="thread-hook">
    <button type="button" class="thread-card" data-testid="open-thread" data-thread-id=${id} @click=${() => session.open(id)}>
      <span class="thread-line">
        <strong>${name}</strong>
        <span class="thread-count">${count === 0 ? 'See thread' : `${count} ${count === 1 ? 'Message' : 'Messages'}`} ›</span>
      </span>
      <span class="thread-note">${icons.thread} ${channel?.archived ? 'This thread is archived.' : 'The run is shown live in this thread.'}</span>
    </button>
  </div>`;
}
