import { Injectable } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import type { ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import { Transaction } from '../../database';
import type { AccessRequest } from '../../modules/access';
import type { Result } from '../../shared';
import { answerPrivately, refuse } from '../interaction/answer';
import { Outbox } from '../outbox/outbox';
import { requestWish } from '../outbox/wish';
import { ASKED } from '../views/access-request.view';

/** Enters a request for access together with the message that its administrators get. */
@Injectable()
export class RequestSender {
  constructor(
    private readonly commands: CommandBus,
    private readonly outbox: Outbox,
    private readonly transaction: Transaction,
  ) {}

  async send(interaction: ChatInputCommandInteraction | ModalSubmitInteraction, command: Command<Result<AccessRequest>>): Promise<void> {
    const asked = await this.transaction.run(async () => {
      const request = await this.commands.execute(command);
      if (request.ok) await this.outbox.put([requestWish(request.value.id)]);
      return request;
    });
    if (!asked.ok) return refuse(interaction, asked.failure);
    await answerPrivately(interaction, { content: ASKED });
  }
}
