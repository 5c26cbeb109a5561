import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { ShowSession, type SessionView } from '../../modules/sessions';
import type { SessionId } from '../../shared';
import { DiscordApi } from '../discord-api';
import { Delivery, type Delivered, type Trial } from '../outbox/delivery';
import { CODES, isOneOf, troubleOf } from '../outbox/refusal';
import { LobbyRepository } from '../persistence/lobby.repository';
import type { LobbyRow } from '../persistence/lobby.row';
import { lobby } from '../views/lobby.view';
import { drawnOf, isOutdated } from './lobby-drawing';
import { LobbyMover, TOKEN_LIVES_MS } from './lobby-mover';

type Placed = LobbyRow & { readonly messageId: string };

/** So long whoever opened the session may take to answer with its lobby. */
export const ANSWER_EXPECTED_WITHIN_MS = 8_000;

/** Draws a session's message anew from what is stored. */
@Injectable()
export class LobbyDelivery extends Delivery<{ sessionId: SessionId }> {
  readonly kind = 'lobby';
  readonly data = z.object({ sessionId: z.string().transform((text) => text as SessionId) });

  constructor(
    private readonly queries: QueryBus,
    private readonly lobbies: LobbyRepository,
    private readonly discord: DiscordApi,
    private readonly mover: LobbyMover,
  ) {
    super();
  }

  async deliver({ sessionId }: { sessionId: SessionId }, trial: Trial): Promise<Delivered> {
    const row = await this.lobbies.find(sessionId);
    const view = row && (await this.queries.execute(new ShowSession(sessionId)));
    if (!row || !view) return 'done';
    const age = (await this.lobbies.ageOf(sessionId)) ?? Number.POSITIVE_INFINITY;
    if (row.messageId === null) return this.locate(row, view, age);
    if (isOutdated(row, view)) await this.draw({ ...row, messageId: row.messageId }, view, age, trial);
    return 'done';
  }

  /** Whoever opened the session died, or its answer was lost: the message that Discord has is found, or another one is shown. */
  private async locate(row: LobbyRow, view: SessionView, age: number): Promise<Delivered> {
    if (age < ANSWER_EXPECTED_WITHIN_MS) return { later: ANSWER_EXPECTED_WITHIN_MS - age };
    const found = await this.answerOf(row, age);
    if (!found) await this.mover.showAnew(row, view);
    else await this.lobbies.remember(view.id, found, 0);
    // Drawn, and its thread opened, from where it stands now.
    return { later: 0 };
  }

  private async answerOf({ applicationId, answerToken: token }: LobbyRow, age: number): Promise<{ channelId: string; messageId: string } | undefined> {
    if (!applicationId || !token || age > TOKEN_LIVES_MS) return undefined;
    try {
      return await this.discord.answer({ applicationId, token });
    } catch (error) {
      if (troubleOf(error) === 'gone' || isOneOf(error, CODES.invalidWebhookToken)) return undefined;
      throw error;
    }
  }

  private async draw(row: Placed, view: SessionView, age: number, { tries }: Trial): Promise<void> {
    const { embeds, components } = lobby(view);
    const body = { embeds, components: row.isDirect ? [] : components };
    try {
      if (!(await this.editAnswer(row, body, age))) await this.discord.edit(row.channelId, row.messageId, body);
    } catch (error) {
      const trouble = troubleOf(error);
      // What is said to be gone is asked for once more before anybody believes it.
      if (trouble === 'gone' && tries > 0) return this.mover.showAnew(row, view);
      if (isOneOf(error, CODES.threadArchived)) return this.drawInArchived(row, view, body);
      if (trouble === 'closed' && tries === 1) await this.mover.tellOwner(row, view);
      throw error;
    }
    await this.lobbies.drawn(view.id, drawnOf(view));
  }

  /** By the interaction's own token, which no permission of the channel stands in the way of. False where that does not work any more. */
  private async editAnswer({ sessionId, applicationId, answerToken: token }: Placed, body: Parameters<DiscordApi['edit']>[2], age: number): Promise<boolean> {
    if (!applicationId || !token || age > TOKEN_LIVES_MS) return false;
    try {
      await this.discord.editAnswer({ applicationId, token }, body);
      return true;
    } catch (error) {
      if (isOneOf(error, CODES.unknownMessage) || troubleOf(error) === 'away') throw error;
      await this.lobbies.forgetToken(sessionId as SessionId);
      return false;
    }
  }

  // Its channel is a thread that went to sleep.
  private async drawInArchived(row: Placed, view: SessionView, body: Parameters<DiscordApi['edit']>[2]): Promise<void> {
    await this.discord.wakeThread(row.channelId);
    await this.discord.edit(row.channelId, row.messageId, body);
    await this.lobbies.drawn(view.id, drawnOf(view));
  }
}
