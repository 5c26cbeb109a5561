import type { PageChannel } from '../../page-api';
import type { Names } from '../markdown/render-markdown';
import type { PageSession } from '../session/page-session';

/** What drawing a message needs beside the message. */
export interface MessageView {
  session: PageSession;
  names: Names;
}

const views = new WeakMap<object, MessageView>();

/** One view per loaded state, so that text is parsed again only when a name may have changed. */
export function messageView(session: PageSession): MessageView {
  const state = session.state;
  const key = state?.personas ?? session;
  const known = views.get(key);
  if (known) return known;
  const user = (id: string) =>
    session.state?.application.id === id ? session.state.application.name : session.state?.personas.find((persona) => persona.id === id)?.displayName;
  const channel = (id: string): PageChannel | undefined => session.state?.channels.find((candidate) => candidate.id === id);
  const view: MessageView = {
    session,
    names: {
      user,
      channel: (id) => channel(id)?.name,
      role: (id) => (session.state?.guild.id === id ? 'everyone' : undefined),
      openChannel: (id) => session.open(id),
      useCommand: (name) => session.dispatchEvent(new CustomEvent('use-command', { detail: name })),
    },
  };
  views.set(key, view);
  return view;
}
