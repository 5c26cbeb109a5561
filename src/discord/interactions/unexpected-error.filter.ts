import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { BaseInteraction } from 'discord.js';
import { randomBytes } from 'node:crypto';
import { brokenView } from '../views/failure.view';
import { answerPrivately } from './answer';

/** Where everything ends that nobody expected: in the log, and for the person with a number that finds it there. */
@Catch()
export class UnexpectedErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(UnexpectedErrorFilter.name);

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const reference = randomBytes(4).toString('hex');
    const context = host.getArgByIndex<unknown>(0);
    const interaction: unknown = Array.isArray(context) ? context[0] : undefined;
    this.logger.error({ err: error, reference, ...(interaction instanceof BaseInteraction && aboutOf(interaction)) }, 'Answering an interaction');
    if (!(interaction instanceof BaseInteraction) || !interaction.isRepliable()) return;
    try {
      await answerPrivately(interaction, brokenView(reference));
    } catch (unanswerable) {
      this.logger.warn({ err: unanswerable, reference }, 'Telling somebody that their interaction broke');
    }
  }
}

function aboutOf(interaction: BaseInteraction): object {
  const name = interaction.isCommand() ? interaction.commandName : 'customId' in interaction ? interaction.customId : undefined;
  return { guild: interaction.guildId, user: interaction.user.id, name };
}
