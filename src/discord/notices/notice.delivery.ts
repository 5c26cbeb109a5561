import { Injectable } from '@nestjs/common';
import { Delivery, type Delivered } from '../outbox/delivery';
import { Poster } from '../outbox/poster';
import { notice, type Notice } from './notice';

/** Tells people what they have to know beside their sessions. */
@Injectable()
export class NoticeDelivery extends Delivery<Notice> {
  readonly kind = 'notice';
  readonly data = notice;

  constructor(private readonly poster: Poster) {
    super();
  }

  async deliver({ to, nonce, components, ...message }: Notice): Promise<Delivered> {
    await this.poster.post(`The notice ${nonce}`, to, (place) => ({ ...message, nonce, ...(place.kind === 'channel' && { components }) }));
    return 'done';
  }
}
