import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ChangeRepository } from '../persistence/change.repository';
import { ListChanges, type ListedChange } from './list-changes.query';
import { ListProjects } from './list-projects.query';

const MOST = 25;

@QueryHandler(ListChanges)
export class ListChangesHandler implements IQueryHandler<ListChanges> {
  constructor(
    private readonly queries: QueryBus,
    private readonly changes: ChangeRepository,
  ) {}

  async execute({ actor }: ListChanges): Promise<readonly ListedChange[]> {
    const projects = await this.queries.execute(new ListProjects(actor, 'ADMIN'));
    const names = new Map(projects.map(({ project }) => [project.id, project.name]));
    return (await this.changes.openOf([...names.keys()], MOST)).map((change) => ({ ...change, projectName: names.get(change.projectId) ?? '' }));
  }
}
