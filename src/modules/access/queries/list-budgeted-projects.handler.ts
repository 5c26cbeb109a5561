import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Project } from '../domain/project';
import { ProjectRepository } from '../persistence/project.repository';
import { ListBudgetedProjects } from './list-budgeted-projects.query';

@QueryHandler(ListBudgetedProjects)
export class ListBudgetedProjectsHandler implements IQueryHandler<ListBudgetedProjects> {
  constructor(private readonly projects: ProjectRepository) {}

  execute(): Promise<readonly Project[]> {
    return this.projects.budgeted();
  }
}
