import { isTerminal, type SessionView } from '../../modules/sessions';
import type { LobbyRow } from '../persistence/lobby.row';

/** How much of a session a message shows. */
export type Drawn = Readonly<Pick<LobbyRow, 'drawnVersion' | 'drawnPlace' | 'settled'>>;

export function drawnOf(view: SessionView): Drawn {
  return { drawnVersion: view.version, drawnPlace: view.place ?? null, settled: isTerminal(view.state) };
}

/** Whether the message shows something else than what is stored. */
export function isOutdated(shown: Drawn, view: SessionView): boolean {
  const now = drawnOf(view);
  return now.drawnVersion > shown.drawnVersion || now.drawnPlace !== shown.drawnPlace || (now.settled && !shown.settled);
}
