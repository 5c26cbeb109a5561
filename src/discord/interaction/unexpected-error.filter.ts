import { randomBytes } from 'node:crypto';
import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { BaseInteraction, DiscordAPIError } from 'discord.js';
import { NecordArgumentsHost } from 'necord';
import { AlreadyHandled } from '../../database';
import { unexpected } from '../views/refusal.view';
import { answerPrivately } from './answer';

/** Where everything that broke on our side ends: a line in the log, and its reference number for the person. */
@Catch()
export class UnexpectedErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Discord');

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    // Another process answers it.
    if (error instanceof AlreadyHandled) return;
    const reference = randomBytes(4).toString('hex');
    this.logger.error({ err: error, reference }, 'Answering an interaction');
    const [interaction] = NecordArgumentsHost.create(host).getContext<[unknown]>();
    if (!(interaction instanceof BaseInteraction)) return;
    if (interaction.isAutocomplete()) return void (await interaction.respond([]).catch(() => undefined));
    // Too late to be answered: Discord has told the person so itself.
    if (error instanceof DiscordAPIError && (error.code === 10062 || error.code === 40060)) return;
    if (interaction.isRepliable()) await answerPrivately(interaction, unexpected(reference)).catch((again: unknown) => this.logger.error({ err: again, reference }, 'Telling of an error'));
  }
}
