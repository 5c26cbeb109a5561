import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplyPreparation } from './applying/apply-preparation';
import { EmptyApply } from './applying/empty-apply';
import { ApplyStart } from './applying/apply-start';
import { ApplyPlanHandler } from './commands/apply-plan.handler';
import { CancelRunHandler } from './commands/cancel-run.handler';
import { DiscardPlansHandler } from './commands/discard-plans.handler';
import { InterruptLostRunsHandler } from './commands/interrupt-lost-runs.handler';
import { OpenAttemptHandler } from './commands/open-attempt.handler';
import { RunProgramHandler } from './commands/run-program.handler';
import { StopStraysHandler } from './commands/stop-strays.handler';
import { PlanConfigurationHandler } from './commands/plan-configuration.handler';
import { RunFollower } from './following/run-follower';
import { RunRecorder } from './following/run-recorder';
import { StateStore } from './following/state-store';
import { WorkerShutdown } from './following/worker-shutdown';
import { AttemptRepository } from './persistence/attempt.repository';
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
import { WorkerRepository } from './persistence/worker.repository';
import { PlanExecution } from './planning/plan-execution';
import { PlanMaker } from './planning/plan-maker';
import { PlanSafe } from './planning/plan-safe';
import { ChildEnvironmentBuilder } from './process/child-environment';
import { TerraformLocator } from './process/terraform-locator';
import { FindTerraformHandler } from './queries/find-terraform.handler';
import { GetRunHandler } from './queries/get-run.handler';
import { ListOpenRunsHandler } from './queries/list-open-runs.handler';
import { ListStateAddressesHandler } from './queries/list-state-addresses.handler';
import { ListStateVersionsHandler } from './queries/list-state-versions.handler';
import { ReadPlannedResourcesHandler } from './queries/read-planned-resources.handler';
import { ReadRunLinesHandler } from './queries/read-run-lines.handler';
import { ReadRunLogHandler } from './queries/read-run-log.handler';
import { ReadStateVersionHandler } from './queries/read-state-version.handler';
import { ReconcilePlanner } from './reconciling/reconcile-planner';
import { CollectRunDirectoriesTask } from './schedule/collect-run-directories.task';
import { WorkerHeartbeatTask } from './schedule/worker-heartbeat.task';
import { KeyCheck } from './sealing/key-check';
import { SealedSecrets } from './sealing/sealed-secrets';
import { Sealer } from './sealing/sealer';
import { DataDirectory } from './workspace/data-directory';
import { DiskSpace } from './workspace/disk-space';
import { ProviderDirectories } from './workspace/provider-directories';
import { RunDirectories } from './workspace/run-directories';
import { TerraformSetups } from './workspace/terraform-setup';
import { WorkerIdentity } from './workspace/worker-identity';

/** Runs Terraform: plans, applies, their lines and the states they leave. Needs the settings, the database and the CQRS buses around it. */
@Module({
  imports: [TypeOrmModule.forFeature([RunRow, RunLineRow, SavedPlanRow, StateVersionRow])],
  providers: [
    PlanConfigurationHandler, OpenAttemptHandler, ApplyPlanHandler, CancelRunHandler, InterruptLostRunsHandler, DiscardPlansHandler, StopStraysHandler,
    FindTerraformHandler, GetRunHandler, ListOpenRunsHandler, ReadRunLinesHandler, ReadRunLogHandler, ListStateVersionsHandler, ReadStateVersionHandler, ListStateAddressesHandler, ReadPlannedResourcesHandler, RunProgramHandler,
    PlanMaker, PlanExecution, PlanSafe, ReconcilePlanner,
    ApplyPreparation, ApplyStart, EmptyApply, RunFollower, RunRecorder, StateStore, WorkerShutdown,
    TerraformLocator, ChildEnvironmentBuilder, TerraformSetups, ProviderDirectories, RunDirectories, DataDirectory, WorkerIdentity, Sealer, SealedSecrets, KeyCheck,
    AttemptRepository, WorkerRepository, WorkerHeartbeatTask, CollectRunDirectoriesTask, DiskSpace,
    { provide: RunRepository, useClass: TypeormRunRepository },
    { provide: SavedPlanRepository, useClass: TypeormSavedPlanRepository },
    { provide: StateVersionRepository, useClass: TypeormStateVersionRepository },
  ],
})
export class TerraformModule {}
