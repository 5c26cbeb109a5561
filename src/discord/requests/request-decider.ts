import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Transaction } from '../../database';
import { DecideRequest, type Actor, type DecidedRequest } from '../../modules/access';
import type { RequestId, Result } from '../../shared';
import { Outbox } from '../outbox/outbox';
import { noticeWish, requestWish } from '../outbox/wish';
import { requestEnded } from '../views/access-request.view';

/** Decides on a request, and enters what its card and whoever asked have to be told, in one transaction. */
@Injectable()
export class RequestDecider {
  constructor(
    private readonly commands: CommandBus,
    private readonly outbox: Outbox,
    private readonly transaction: Transaction,
  ) {}

  decide(actor: Actor, requestId: RequestId, isApproved: boolean, channelId: string): Promise<Result<DecidedRequest>> {
    return this.transaction.run(async () => {
      const decided = await this.commands.execute(new DecideRequest(actor, requestId, isApproved, channelId));
      if (decided.ok) await this.outbox.put([requestWish(requestId), noticeWish(requestEnded(decided.value.request, decided.value))]);
      return decided;
    });
  }
}
