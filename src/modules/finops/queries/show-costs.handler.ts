import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, fail, failure, ok, type ProjectId, type Result } from '../../../shared';
import { Authorise, ListProjects, type Actor, type Project } from '../../access';
import { UsageRepository, type CostGroup } from '../persistence/usage.repository';
import { ShowCosts, type Costs } from './show-costs.query';

const DAYS = 30;
const DAY_MS = 86_400_000;
const GROUPS: readonly CostGroup[] = ['project', 'owner', 'kind', 'provider'];

@QueryHandler(ShowCosts)
export class ShowCostsHandler implements IQueryHandler<ShowCosts> {
  constructor(
    private readonly queries: QueryBus,
    private readonly usage: UsageRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, projectId, by: wanted }: ShowCosts): Promise<Result<Costs>> {
    const projects = await this.visible(actor, projectId);
    if (!projects.ok) return projects;
    const by = wanted === undefined ? (projects.value.length === 1 ? 'kind' : 'project') : GROUPS.find((group) => group === wanted);
    if (!by) return fail(failure('COSTS.GROUP', `Group by one of: ${GROUPS.join(', ')}.`, 'group-by'));
    const ids = projects.value.map(({ id }) => id);
    const names = new Map<string, string>(projects.value.map(({ id, name }) => [id, name]));
    const named = (key: string): string => (by === 'project' ? (names.get(key) ?? key) : key);
    const groups = (await this.usage.groups(ids, by)).map((group) => ({ ...group, key: named(group.key) }));
    return ok({
      by, groups,
      monthlyUsd: groups.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0),
      complete: groups.every(({ complete }) => complete),
      spentThisMonthUsd: await this.usage.spentThisMonth(ids),
      ...budgetOf(projects.value),
      projectNames: projects.value.map(({ name }) => name),
      days: lastDays(await this.clock.now()),
      course: (await this.usage.course(ids, by, DAYS)).map((day) => ({ ...day, key: named(day.key) })),
    });
  }

  private async visible(actor: Actor, projectId: ProjectId | undefined): Promise<Result<readonly Project[]>> {
    if (projectId) {
      const one = await this.queries.execute(new Authorise(actor, projectId, 'READ'));
      return one.ok ? ok([one.value.project]) : one;
    }
    const all = (await this.queries.execute(new ListProjects(actor, 'READ'))).map(({ project }) => project);
    return all.length > 0 ? ok(all) : fail(failure('ACCESS.NO_PROJECT', 'You may not see any project yet. Ask for access with `/cloud-request-access`.'));
  }
}

function budgetOf(projects: readonly Project[]): Pick<Costs, 'budgetUsd'> {
  const budgets = projects.flatMap(({ monthlyBudgetUsd }) => (monthlyBudgetUsd === undefined ? [] : [monthlyBudgetUsd]));
  return budgets.length === projects.length ? { budgetUsd: budgets.reduce((sum, budget) => sum + budget, 0) } : {};
}

function lastDays(now: Date): readonly string[] {
  return Array.from({ length: DAYS }, (_, index) => new Date(now.getTime() - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10));
}
