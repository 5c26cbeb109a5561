import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DescribeTraits, type ResourceTraits } from '../../providers';
import type { PlannedResource } from '../../terraform';
import type { PlanFacts, ResourceChange } from '../domain/plan-facts';
import { violationsOf } from '../domain/rule';
import type { Violation } from '../domain/violation';
import { TeamPolicies } from '../rego/team-policies';
import { PLAN_RULES } from '../rules';
import { CheckPlan, type PlanToCheck } from './check-plan.query';

@QueryHandler(CheckPlan)
export class CheckPlanHandler implements IQueryHandler<CheckPlan> {
  constructor(
    private readonly queries: QueryBus,
    private readonly policies: TeamPolicies,
  ) {}

  async execute({ plan }: CheckPlan): Promise<readonly Violation[]> {
    const [facts, own] = await Promise.all([this.factsOf(plan), this.policies.check(plan)]);
    return [...violationsOf(PLAN_RULES, facts), ...own];
  }

  private async factsOf({ project, provider, resources, cost }: PlanToCheck): Promise<PlanFacts> {
    const before = await this.traits(provider, resources, 'before');
    const after = await this.traits(provider, resources, 'after');
    return {
      project, differenceMonthlyUsd: cost.differenceMonthlyUsd, costIsComplete: cost.complete,
      resources: resources.map(({ address, actions }, index) => ({ address, change: changeOf(actions), before: before[index] ?? {}, after: after[index] ?? {} })),
    };
  }

  private traits(provider: string, resources: readonly PlannedResource[], side: 'before' | 'after'): Promise<readonly ResourceTraits[]> {
    return this.queries.execute(new DescribeTraits(provider, resources.map((resource) => ({ type: resource[side] ? resource.type : '', values: resource[side] ?? {} }))));
  }
}

function changeOf(actions: PlannedResource['actions']): ResourceChange {
  if (actions.includes('create')) return actions.includes('delete') ? 'replace' : 'create';
  if (actions.includes('delete')) return 'delete';
  return actions.includes('update') ? 'update' : 'none';
}
