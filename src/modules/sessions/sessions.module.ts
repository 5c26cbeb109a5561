import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AddResourceHandler } from './commands/add-resource.handler';
import { ApplySessionHandler } from './commands/apply-session.handler';
import { ApproveSessionHandler } from './commands/approve-session.handler';
import { ArchiveProjectHandler } from './commands/archive-project.handler';
import { CancelSessionHandler } from './commands/cancel-session.handler';
import { DeploymentAccess } from './commands/deployment-access';
import { DownloadStateHandler } from './commands/download-state.handler';
import { ExpireSessionsHandler } from './commands/expire-sessions.handler';
import { ForceStopSessionHandler } from './commands/force-stop-session.handler';
import { PlanSessionHandler } from './commands/plan-session.handler';
import { RefreshSessionHandler } from './commands/refresh-session.handler';
import { RemoveResourceHandler } from './commands/remove-resource.handler';
import { SessionAccess } from './commands/session-access';
import { ProjectCredentials } from './commands/project-credentials';
import { SessionPolicy } from './commands/session-policy';
import { ReopenDeploymentHandler } from './commands/reopen-deployment.handler';
import { StartSessionHandler } from './commands/start-session.handler';
import { DeploymentRepository } from './persistence/deployment.repository';
import { DeploymentRow } from './persistence/deployment.row';
import { SessionLedger } from './persistence/session-ledger';
import { SessionRepository } from './persistence/session.repository';
import { SessionRow } from './persistence/session.row';
import { TypeormDeploymentRepository } from './persistence/typeorm-deployment.repository';
import { TypeormSessionRepository } from './persistence/typeorm-session.repository';
import { GetSessionHandler } from './queries/get-session.handler';
import { GetStatisticsHandler } from './queries/get-statistics.handler';
import { ListDeploymentsHandler } from './queries/list-deployments.handler';
import { ListSessionsHandler } from './queries/list-sessions.handler';
import { ListStatesHandler } from './queries/list-states.handler';
import { ListWaitingHandler } from './queries/list-waiting.handler';
import { ShowSessionHandler } from './queries/show-session.handler';
import { ExpireSessionsTask } from './schedule/expire-sessions.task';
import { RunSlots } from './schedule/run-slots';
import { SessionWorker } from './schedule/session-worker';

/** The brain: sessions from draft to applied. */
@Module({
  imports: [TypeOrmModule.forFeature([SessionRow, DeploymentRow])],
  providers: [
    StartSessionHandler, ReopenDeploymentHandler, ListDeploymentsHandler, AddResourceHandler, RemoveResourceHandler, RefreshSessionHandler, ApproveSessionHandler, CancelSessionHandler, ForceStopSessionHandler, ArchiveProjectHandler,
    PlanSessionHandler, ApplySessionHandler, ExpireSessionsHandler, GetSessionHandler, ShowSessionHandler, ListSessionsHandler,
    DownloadStateHandler, ListStatesHandler, ListWaitingHandler, GetStatisticsHandler, DeploymentAccess, SessionAccess, SessionPolicy, ProjectCredentials, SessionLedger, RunSlots, SessionWorker, ExpireSessionsTask,
    { provide: SessionRepository, useClass: TypeormSessionRepository },
    { provide: DeploymentRepository, useClass: TypeormDeploymentRepository },
  ],
})
export class SessionsModule {}
