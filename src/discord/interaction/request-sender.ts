import { Injectable } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import type { ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import { Transaction } from '../../database';
import { Jobs } from '../../jobs';
import type { OpenRequest } from '../../modules/access';
import type { Result } from '../../shared';
import { NOTICE_QUEUE } from '../notices/notice.queue';
import { ASKED, requestNotice } from '../views/access-request.view';
import { answerPrivately, refuse } from './answer';

/** Enters a request for access together with the message that its administrators get. */
@Injectable()
export class RequestSender {
  constructor(
    private readonly commands: CommandBus,
    private readonly jobs: Jobs,
    private readonly transaction: Transaction,
  ) {}

  async send(interaction: ChatInputCommandInteraction | ModalSubmitInteraction, command: Command<Result<OpenRequest | undefined>>): Promise<void> {
    const asked = await this.transaction.run(async () => {
      const opened = await this.commands.execute(command);
      if (opened.ok && opened.value) await this.jobs.send(NOTICE_QUEUE, requestNotice(opened.value, interaction.channelId ?? ''));
      return opened;
    });
    if (!asked.ok) return refuse(interaction, asked.failure);
    await answerPrivately(interaction, { content: ASKED });
  }
}
