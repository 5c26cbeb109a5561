import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ChildEnvironmentBuilder } from '../process/child-environment';
import { runWithin } from '../process/terraform-process';
import { RunProgram, type ProgramEnd } from './run-program.command';

@CommandHandler(RunProgram)
export class RunProgramHandler implements ICommandHandler<RunProgram> {
  constructor(private readonly environments: ChildEnvironmentBuilder) {}

  execute({ request: { input, timeoutMs, ...execution } }: RunProgram): Promise<ProgramEnd | undefined> {
    return runWithin({ ...execution, environment: this.environments.bare() }, input, timeoutMs);
  }
}
