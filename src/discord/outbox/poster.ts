import { Injectable } from '@nestjs/common';
import { DiscordApi, type OutgoingMessage } from '../discord-api';
import type { Place } from '../notices/notice';
import { OutOfReach, troubleOf } from './refusal';

/** Where a message came to stand. */
export interface Posted {
  readonly channelId: string;
  readonly messageId: string;
  readonly place: Place;
}

/** Posts a message at the first of several places that takes it. */
@Injectable()
export class Poster {
  constructor(private readonly discord: DiscordApi) {}

  /** @throws OutOfReach where none does; whatever else discord.js throws. */
  async post(what: string, places: readonly Place[], messageFor: (place: Place) => OutgoingMessage): Promise<Posted> {
    let last: unknown = new Error('there is no place to show it');
    for (const place of places) {
      try {
        const channelId = place.kind === 'person' ? await this.discord.directChannel(place.id) : place.id;
        return { channelId, messageId: await this.discord.post(channelId, messageFor(place)), place };
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble !== 'gone' && trouble !== 'closed') throw error;
        last = error;
      }
    }
    throw new OutOfReach(what, last);
  }
}
