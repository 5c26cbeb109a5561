import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { fail, failure, ok, type Result } from '../../../shared';
import { Authorise, ListProjects, type Actor, type Project } from '../../access';
import { SummariseHistory } from '../../audit';
import { GetStatistics, type Statistics } from './get-statistics.query';

const MOST_DAYS = 365;

@QueryHandler(GetStatistics)
export class GetStatisticsHandler implements IQueryHandler<GetStatistics> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ actor, projectId, days }: GetStatistics): Promise<Result<Statistics>> {
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) return fail(failure('STATS.DAYS', `Give the number of days as 1 to ${MOST_DAYS}.`, 'days'));
    const projects = await this.administered(actor, projectId);
    if (!projects.ok) return projects;
    const summary = await this.queries.execute(new SummariseHistory(actor.guildId, projects.value.map(({ id }) => id), days));
    return ok({ ...summary, days, projectNames: projects.value.map(({ name }) => name) });
  }

  private async administered(actor: Actor, projectId: Project['id'] | undefined): Promise<Result<readonly Project[]>> {
    if (projectId) {
      const one = await this.queries.execute(new Authorise(actor, projectId, 'ADMIN'));
      return one.ok ? ok([one.value.project]) : one;
    }
    const all = (await this.queries.execute(new ListProjects(actor, 'ADMIN'))).map(({ project }) => project);
    return all.length > 0 ? ok(all) : fail(failure('ACCESS.LEVEL_NEEDED', 'This is for administrators of a project. Ask one of them, or ask for access with `/cloud-request-access`.'));
  }
}
