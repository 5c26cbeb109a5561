import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Project } from '../domain/project';
import { ProjectRepository } from '../persistence/project.repository';
import { GetProject } from './get-project.query';

@QueryHandler(GetProject)
export class GetProjectHandler implements IQueryHandler<GetProject> {
  constructor(private readonly projects: ProjectRepository) {}

  execute({ projectId }: GetProject): Promise<Project | undefined> {
    return this.projects.find(projectId);
  }
}
