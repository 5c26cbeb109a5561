import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fail, ok, type Result } from '../../../shared';
import { planStale } from '../domain/terraform-failures';
import { AttemptRepository } from '../persistence/attempt.repository';
import { OpenAttempt } from './open-attempt.command';

@CommandHandler(OpenAttempt)
export class OpenAttemptHandler implements ICommandHandler<OpenAttempt> {
  constructor(private readonly attempts: AttemptRepository) {}

  async execute({ attempt }: OpenAttempt): Promise<Result<void>> {
    return (await this.attempts.add(attempt)) ? ok() : fail(planStale());
  }
}
