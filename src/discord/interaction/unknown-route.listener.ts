import { Injectable } from '@nestjs/common';
import { Events } from 'discord.js';
import { Context, On, type ContextOf } from 'necord';
import { AlreadyHandled, Transaction } from '../../database';
import { failure } from '../../shared';
import { isKnownRoute } from '../routes';
import { refuse } from './answer';

/** Discord would say "This interaction failed" of a button that nobody answers to. */
@Injectable()
export class UnknownRouteListener {
  constructor(private readonly transaction: Transaction) {}

  @On(Events.InteractionCreate)
  async answer(@Context() [interaction]: ContextOf<Events.InteractionCreate>): Promise<void> {
    if ((interaction.isMessageComponent() || interaction.isModalSubmit()) && !isKnownRoute(interaction.customId)) {
      await this.transaction.once(`interaction ${interaction.id}`, () => refuse(interaction, failure('DISCORD.UNKNOWN_CONTROL', 'This control belongs to an older version. Use `/cloud-list` to find your session.'))).catch(unlessHandled);
    }
  }
}

function unlessHandled(error: unknown): void {
  if (!(error instanceof AlreadyHandled)) throw error;
}
