import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { failure, type Failure } from '../../../shared';
import type { AccessLevel, Project } from '../../access';
import { budgetInWords, CheckBudget, CheckQuotas, countKinds, type BudgetVerdict, type CostEstimate } from '../../finops';
import { CheckPlan, CheckRequest, type Violation } from '../../policy';
import { ReadPlannedResources, type PlannedResource } from '../../terraform';
import { othersNeeded } from '../domain/approval';
import type { Session } from '../domain/session';

/** Asks the rules, quotas and budgets about a session. */
@Injectable()
export class SessionPolicy {
  constructor(private readonly queries: QueryBus) {}

  /** Before the plan. Nothing stands in the way of ending what is there, whatever has been forbidden since it was made. */
  async ofRequest({ id, values }: Session, project: Project, level?: AccessLevel): Promise<readonly Violation[]> {
    if (values.purpose !== 'deploy') return [];
    const { provider, region, resources, labels, deploymentId } = values;
    const overQuota = await this.queries.execute(new CheckQuotas({ projectId: project.id, deploymentId, sessionId: id, kinds: countKinds(resources) }));
    return this.queries.execute(new CheckRequest({ project, provider, region, resources, labels, overQuota, ...(level && { level }) }));
  }

  /** After the plan. A reconciliation makes, changes and ends nothing. */
  async ofPlan({ values: { purpose, provider, region } }: Session, project: Project, resources: readonly PlannedResource[], cost: CostEstimate): Promise<readonly Violation[]> {
    return purpose === 'reconcile' ? [] : this.queries.execute(new CheckPlan({ project, provider, region, purpose, resources, cost }));
  }

  async ofBudget({ id, values: { deploymentId, purpose } }: Session, project: Project, cost: CostEstimate): Promise<BudgetVerdict | undefined> {
    if (purpose !== 'deploy') return undefined;
    return this.queries.execute(new CheckBudget({ project, sessionId: id, deploymentId, plan: { monthlyUsd: cost.monthlyUsd, complete: cost.complete, differenceUsd: cost.differenceMonthlyUsd } }));
  }

  /** Why an approved plan may not be applied any more: a rule, a quota or a budget has become stricter since. Undefined where it may. */
  async whyNotAny(session: Session, project: Project): Promise<Failure | undefined> {
    const { plan, approvals, authors } = session.values;
    if (!plan) return undefined;
    const resources = await this.queries.execute(new ReadPlannedResources(plan.id));
    // A plan that is spent was begun by another worker, which asked all this.
    if (!resources) return undefined;
    const violations = [...(await this.ofRequest(session, project)), ...(await this.ofPlan(session, project, resources, plan.cost))];
    const denied = violations.filter(({ severity }) => severity === 'deny').map(({ message }) => message);
    if (denied.length > 0) return stricter(denied);
    const others = approvals.filter(({ by }) => !authors.includes(by)).length;
    if (others < othersNeeded(project, violations)) return stricter(violations.filter(({ severity }) => severity === 'needs-approval').map(({ message }) => message));
    const budget = await this.ofBudget(session, project, plan.cost);
    const hasAdministrator = approvals.some(({ level }) => level === undefined || level === 'ADMIN');
    return budget?.needsAdministrator && !hasAdministrator ? stricter([budgetInWords(budget)]) : undefined;
  }
}

function stricter(messages: readonly string[]): Failure {
  return failure('SESSION.POLICY_CHANGED', `What is allowed has changed since this was approved, so it was not applied and nothing was changed. ${messages.join(' ')} Press **Plan again**.`);
}
