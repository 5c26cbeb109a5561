import { Injectable } from '@nestjs/common';
import type { SessionView } from '../../modules/sessions';
import { person } from '../notices/notice';
import { Outbox } from '../outbox/outbox';
import { Poster } from '../outbox/poster';
import { noticeWish } from '../outbox/wish';
import { LobbyRepository } from '../persistence/lobby.repository';
import type { LobbyRow } from '../persistence/lobby.row';
import { closedLobbyNotice, movedLobby } from '../views/delivery-trouble.view';
import { lobby } from '../views/lobby.view';
import { drawnOf } from './lobby-drawing';
import { SessionPlaces } from './session-places';

/** An interaction's token is good for fifteen minutes; one less, for clocks and queues. */
export const TOKEN_LIVES_MS = 14 * 60_000;

/** Shows a session in another message, where the one it had is gone or was never known. */
@Injectable()
export class LobbyMover {
  constructor(
    private readonly places: SessionPlaces,
    private readonly poster: Poster,
    private readonly lobbies: LobbyRepository,
    private readonly outbox: Outbox,
  ) {}

  async showAnew(row: LobbyRow, view: SessionView): Promise<void> {
    const { embeds, components } = lobby(view);
    // Should the process die before it remembers, the same message is found by its nonce.
    const nonce = `${view.id.slice(-12)}:${row.messageId?.slice(-8) ?? 'new'}`;
    const shown = await this.poster.post(`The lobby of ${view.id}`, await this.places.of(view, row.channelId), (place) => ({
      nonce, embeds, components: place.kind === 'person' ? [] : components, ...movedLobby(view, row, place), tell: [view.ownerId],
    }));
    await this.lobbies.move(view.id, shown, shown.place.kind === 'person', drawnOf(view));
  }

  /** Says once, to whoever began it, that its message cannot be kept up to date. */
  async tellOwner(row: LobbyRow, view: SessionView): Promise<void> {
    await this.outbox.put([noticeWish({ nonce: `closed:${view.id}`.slice(0, 25), to: [person(view.ownerId)], tell: [], components: [], ...closedLobbyNotice(view, row.channelId) })]);
  }
}
