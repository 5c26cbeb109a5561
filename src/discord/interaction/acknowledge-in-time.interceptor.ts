import { Injectable, Logger, SetMetadata, type CallHandler, type CustomDecorator, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { BaseInteraction, type RepliableInteraction } from 'discord.js';
import { NecordArgumentsHost } from 'necord';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Transaction } from '../../database';
import { acknowledge, type Acknowledgement } from './acknowledgement';
import { InteractionsUnderWay } from './interactions-under-way';

/** Discord waits for 3 s. What is not answered by then is acknowledged, with time left for the way there. */
const ANSWERED_WITHIN_MS = 1_500;
const ANSWERS = 'answers';

/** How a handler's answer is announced where it takes its time; where nothing is said, privately. */
export const Answers = (how: Acknowledgement): CustomDecorator => SetMetadata(ANSWERS, how);

/** One process works on an interaction, and acknowledges what it does not answer in time, however slow the database or however many press at once. */
@Injectable()
export class AcknowledgeInTime implements NestInterceptor {
  private readonly logger = new Logger('Discord');

  constructor(
    private readonly reflector: Reflector,
    private readonly transaction: Transaction,
    private readonly underWay: InteractionsUnderWay,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const [interaction] = NecordArgumentsHost.create(context).getContext<[unknown]>();
    if (!(interaction instanceof BaseInteraction) || !interaction.isRepliable()) return next.handle();
    const how = this.reflector.get<Acknowledgement | undefined>(ANSWERS, context.getHandler()) ?? 'private';
    return from(this.underWay.during(() => this.transaction.once(`interaction ${interaction.id}`, () => this.answered(interaction, how, next))));
  }

  // Only whoever works on it acknowledges it.
  private async answered(interaction: RepliableInteraction, how: Acknowledgement, next: CallHandler): Promise<unknown> {
    const timer = setTimeout(() => this.acknowledge(interaction, how), leftOf(interaction));
    try {
      // In a crowd nobody's answer will be ready in time.
      return await this.underWay.inTurn(() => lastValueFrom(next.handle(), { defaultValue: undefined }), () => this.acknowledge(interaction, how));
    } finally {
      clearTimeout(timer);
    }
  }

  private acknowledge(interaction: RepliableInteraction, how: Acknowledgement): void {
    acknowledge(interaction, how).catch((error: unknown) => this.logger.warn({ err: error }, 'Acknowledging an interaction'));
  }
}

// What it waited for on the way here counts; a clock that goes wrong does not.
function leftOf({ createdTimestamp }: BaseInteraction): number {
  return Math.min(ANSWERED_WITHIN_MS, Math.max(0, ANSWERED_WITHIN_MS - (Date.now() - createdTimestamp)));
}
