import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplyLauncher } from './commands/apply-launcher';
import { ApplyPlanHandler } from './commands/apply-plan.handler';
import { CancelRunHandler } from './commands/cancel-run.handler';
import { PlanConfigurationHandler } from './commands/plan-configuration.handler';
import { PlanRunner } from './commands/plan-runner';
import { SecretKeeper } from './commands/secret-keeper';
import { RunFollower } from './following/run-follower';
import { StateKeeper } from './following/state-keeper';
import { RunLineRow } from './persistence/run-line.row';
import { RunRepository } from './persistence/run.repository';
import { RunRow } from './persistence/run.row';
import { SavedPlanRepository } from './persistence/saved-plan.repository';
import { SavedPlanRow } from './persistence/saved-plan.row';
import { StateVersionRepository } from './persistence/state-version.repository';
import { StateVersionRow } from './persistence/state-version.row';
import { TypeormRunRepository } from './persistence/typeorm-run.repository';
import { TypeormSavedPlanRepository } from './persistence/typeorm-saved-plan.repository';
import { TypeormStateVersionRepository } from './persistence/typeorm-state-version.repository';
import { ChildEnvironmentBuilder } from './process/child-environment';
import { ToolFinder } from './process/tool-finder';
import { FindTerraformHandler } from './queries/find-terraform.handler';
import { GetRunHandler } from './queries/get-run.handler';
import { ListOpenRunsHandler } from './queries/list-open-runs.handler';
import { ReadRunLinesHandler } from './queries/read-run-lines.handler';
import { Sealer } from './sealing/sealer';
import { DataDirectory } from './workspace/data-directory';
import { ProviderDirectories } from './workspace/provider-directory';
import { WorkerIdentity } from './workspace/worker-identity';

/** Runs Terraform: plans, applies, their lines and the states they leave. */
@Module({
  imports: [TypeOrmModule.forFeature([RunRow, RunLineRow, SavedPlanRow, StateVersionRow])],
  providers: [
    PlanConfigurationHandler, ApplyPlanHandler, CancelRunHandler, FindTerraformHandler, GetRunHandler, ReadRunLinesHandler, ListOpenRunsHandler,
    ApplyLauncher, PlanRunner, SecretKeeper, RunFollower, StateKeeper, ChildEnvironmentBuilder, ToolFinder, Sealer, DataDirectory, ProviderDirectories, WorkerIdentity,
    { provide: RunRepository, useClass: TypeormRunRepository },
    { provide: SavedPlanRepository, useClass: TypeormSavedPlanRepository },
    { provide: StateVersionRepository, useClass: TypeormStateVersionRepository },
  ],
})
export class TerraformModule {}
