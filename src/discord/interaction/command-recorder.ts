import { Injectable, Logger } from '@nestjs/common';
import { Events } from 'discord.js';
import { Context, On, type ContextOf } from 'necord';
import { AlreadyHandled, Transaction } from '../../database';
import { History } from '../../shared';
import { actorOf } from './actor';

/** Every command that is given leaves a line, also one that only looks at something. */
@Injectable()
export class CommandRecorder {
  private readonly logger = new Logger(CommandRecorder.name);

  constructor(
    private readonly history: History,
    private readonly transaction: Transaction,
  ) {}

  @On(Events.InteractionCreate)
  async record(@Context() [interaction]: ContextOf<Events.InteractionCreate>): Promise<void> {
    if (!interaction.isChatInputCommand()) return;
    const actor = actorOf(interaction);
    if (!actor.ok) return;
    const { guildId, userId } = actor.value;
    try {
      // However many processes are told of it.
      await this.transaction.once(`command ${interaction.id}`, () => this.history.record({ guildId, actorId: userId, action: `command.${interaction.commandName}`, subject: interaction.channelId, outcome: 'done' }));
    } catch (error) {
      if (!(error instanceof AlreadyHandled)) this.logger.error({ err: error }, 'Recording a command');
    }
  }
}
