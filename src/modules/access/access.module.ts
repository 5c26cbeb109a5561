import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CloseProjectHandler } from './commands/close-project.handler';
import { CreateProjectHandler } from './commands/create-project.handler';
import { DecideRequestHandler } from './commands/decide-request.handler';
import { DecideChangeHandler } from './commands/decide-change.handler';
import { ChangeRepository } from './persistence/change.repository';
import { ListAdministratorsHandler } from './queries/list-administrators.handler';
import { ListChangesHandler } from './queries/list-changes.handler';
import { EditProjectHandler } from './commands/edit-project.handler';
import { GrantAccessHandler } from './commands/grant-access.handler';
import { RequestAccessHandler } from './commands/request-access.handler';
import { RequestMoreHandler } from './commands/request-more.handler';
import { RevokeGrantHandler } from './commands/revoke-grant.handler';
import { TakeLapsedRequestsHandler } from './commands/take-lapsed-requests.handler';
import { TakeGrantNoticesHandler } from './commands/take-grant-notices.handler';
import { GrantRepository } from './persistence/grant.repository';
import { GrantRow } from './persistence/grant.row';
import { ProjectRepository } from './persistence/project.repository';
import { ProjectRow } from './persistence/project.row';
import { RequestRepository } from './persistence/request.repository';
import { TypeormGrantRepository } from './persistence/typeorm-grant.repository';
import { TypeormProjectRepository } from './persistence/typeorm-project.repository';
import { TenantRepository } from './persistence/tenant.repository';
import { ListTenantsHandler } from './queries/list-tenants.handler';
import { ServeTenantsHandler } from './commands/serve-tenants.handler';
import { AuthoriseHandler } from './queries/authorise.handler';
import { GetProjectHandler } from './queries/get-project.handler';
import { HoldGrantsHandler } from './queries/hold-grants.handler';
import { ListBudgetedProjectsHandler } from './queries/list-budgeted-projects.handler';
import { ListGrantsHandler } from './queries/list-grants.handler';
import { ListProjectsHandler } from './queries/list-projects.handler';
import { ListRequestsHandler } from './queries/list-requests.handler';
import { ShowRequestHandler } from './queries/show-request.handler';

/** Projects, and who may do what in them. */
@Module({
  imports: [TypeOrmModule.forFeature([ProjectRow, GrantRow])],
  providers: [
    CreateProjectHandler, EditProjectHandler, DecideChangeHandler, ListChangesHandler, ListAdministratorsHandler, ChangeRepository, CloseProjectHandler, GrantAccessHandler, RevokeGrantHandler, RequestAccessHandler, RequestMoreHandler, DecideRequestHandler, TakeLapsedRequestsHandler, ShowRequestHandler, ListRequestsHandler, TakeGrantNoticesHandler, ListGrantsHandler, HoldGrantsHandler, AuthoriseHandler, ListProjectsHandler, ListBudgetedProjectsHandler, GetProjectHandler,
    RequestRepository, TenantRepository, ServeTenantsHandler, ListTenantsHandler,
    { provide: ProjectRepository, useClass: TypeormProjectRepository },
    { provide: GrantRepository, useClass: TypeormGrantRepository },
  ],
})
export class AccessModule {}
