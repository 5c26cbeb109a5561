import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { ShowRequest, type RequestView } from '../../modules/access';
import type { RequestId } from '../../shared';
import { DiscordApi } from '../discord-api';
import { channel, person } from '../notices/notice';
import { Delivery, type Delivered, type Trial } from '../outbox/delivery';
import { Poster, type Posted } from '../outbox/poster';
import { OutOfReach, troubleOf } from '../outbox/refusal';
import { requestCard } from '../views/access-request.view';
import { RequestCardRepository, type RequestCard } from './request-card.repository';

/**
 * Shows a request to whoever may decide: in the channel that the project names, else to each of its administrators in a
 * direct message; never where it was asked, where it would tell whether there is such a project.
 */
@Injectable()
export class RequestDelivery extends Delivery<{ requestId: RequestId }> {
  readonly kind = 'request';
  readonly data = z.object({ requestId: z.string().transform((text) => text as RequestId) });

  constructor(
    private readonly queries: QueryBus,
    private readonly cards: RequestCardRepository,
    private readonly discord: DiscordApi,
    private readonly poster: Poster,
  ) {
    super();
  }

  async deliver({ requestId }: { requestId: RequestId }, trial: Trial): Promise<Delivered> {
    const view = await this.queries.execute(new ShowRequest(requestId));
    const card = view && (await this.cards.find(requestId));
    if (!view || (!card && view.state !== 'open')) return 'done';
    if (card) await this.redraw(view, card, trial);
    else await this.show(view);
    return 'done';
  }

  private async redraw(view: RequestView, card: RequestCard, { tries }: Trial): Promise<void> {
    if (card.drawnState === view.state) return;
    try {
      await this.discord.edit(card.channelId, card.messageId, requestCard(view));
    } catch (error) {
      // A card that somebody took away has nothing to say any more.
      if (troubleOf(error) !== 'gone' || tries === 0) throw error;
    }
    await this.cards.keep(view.request.id, { ...card, drawnState: view.state });
  }

  private async show(view: RequestView): Promise<void> {
    const shown = await this.inChannel(view) ?? (await this.toEach(view));
    await this.cards.keep(view.request.id, { channelId: shown.channelId, messageId: shown.messageId, drawnState: view.state });
  }

  private async inChannel(view: RequestView): Promise<Posted | undefined> {
    return this.unlessClosed(() => this.poster.post(`The request ${view.request.id}`, channel(view.project.channelId), () => ({ nonce: view.request.id, ...requestCard(view), tell: view.administrators })));
  }

  private async toEach(view: RequestView): Promise<Posted> {
    let first: Posted | undefined;
    for (const administrator of view.administrators) {
      const { embeds } = requestCard(view, true);
      const posted = await this.unlessClosed(() => this.poster.post(`The request ${view.request.id}`, [person(administrator)], () => ({ nonce: view.request.id, embeds })));
      first ??= posted;
    }
    if (!first) throw new OutOfReach(`The request ${view.request.id}`, new Error('no channel of its project and no administrator can be reached'));
    return first;
  }

  private async unlessClosed(post: () => Promise<Posted>): Promise<Posted | undefined> {
    try {
      return await post();
    } catch (error) {
      if (error instanceof OutOfReach) return undefined;
      throw error;
    }
  }
}
