import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreateProjectHandler } from './commands/create-project.handler';
import { GrantAccessHandler } from './commands/grant-access.handler';
import { GrantRepository } from './persistence/grant.repository';
import { GrantRow } from './persistence/grant.row';
import { ProjectRepository } from './persistence/project.repository';
import { ProjectRow } from './persistence/project.row';
import { TypeormGrantRepository } from './persistence/typeorm-grant.repository';
import { TypeormProjectRepository } from './persistence/typeorm-project.repository';
import { AuthoriseHandler } from './queries/authorise.handler';
import { GetProjectHandler } from './queries/get-project.handler';
import { ListProjectsHandler } from './queries/list-projects.handler';

/** Projects, and who may do what in them. */
@Module({
  imports: [TypeOrmModule.forFeature([ProjectRow, GrantRow])],
  providers: [
    CreateProjectHandler, GrantAccessHandler, AuthoriseHandler, ListProjectsHandler, GetProjectHandler,
    { provide: ProjectRepository, useClass: TypeormProjectRepository },
    { provide: GrantRepository, useClass: TypeormGrantRepository },
  ],
})
export class AccessModule {}
