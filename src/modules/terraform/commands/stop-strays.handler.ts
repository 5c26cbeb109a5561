import { Logger } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { RunId } from '../../../shared';
import { RunRepository } from '../persistence/run.repository';
import { interrupt, statusOf } from '../process/supervised-process';
import { RunDirectories } from '../workspace/run-directories';
import { StopStrays } from './stop-strays.command';

@CommandHandler(StopStrays)
export class StopStraysHandler implements ICommandHandler<StopStrays> {
  private readonly logger = new Logger(StopStrays.name);

  constructor(
    private readonly runs: RunRepository,
    private readonly directories: RunDirectories,
  ) {}

  async execute(): Promise<readonly RunId[]> {
    const strays: RunId[] = [];
    for (const id of (await this.directories.list()) as RunId[]) {
      const isOver = (await this.runs.find(id))?.state === 'ended';
      const directory = this.directories.pathOf(id);
      if (!isOver || (await statusOf(directory)).phase !== 'running' || !(await interrupt(directory))) continue;
      this.logger.warn({ run: id }, 'A Terraform whose run is over was still at work: it was asked to stop');
      strays.push(id);
    }
    return strays;
  }
}
