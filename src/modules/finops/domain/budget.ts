import { formatMonthlyUsd } from '../../../shared';

/** What a project's deployments cost in a month, with what is reserved, in USD at list price. */
export interface Committed {
  readonly monthlyUsd: number;
  /** False where a price is unknown: it is "at least" that much. */
  readonly complete: boolean;
}

/** How a plan stands to its project's budget. */
export interface BudgetVerdict {
  readonly budgetUsd: number;
  /** A month of the project after this plan, everything reserved by others included. */
  readonly committedUsd: number;
  /** By how much that is over the budget; 0 within it. */
  readonly overUsd: number;
  readonly complete: boolean;
  /** Only an administrator of the project may approve the plan. */
  readonly needsAdministrator: boolean;
}

/** What costs no more than before needs nobody; what is over the budget, or may be because a price is unknown, an administrator. */
export function judgeBudget(budgetUsd: number, others: Committed, plan: Committed & { readonly differenceUsd: number }): BudgetVerdict {
  const committedUsd = others.monthlyUsd + plan.monthlyUsd;
  const overUsd = Math.max(0, committedUsd - budgetUsd);
  const complete = others.complete && plan.complete;
  const isSaving = plan.complete && plan.differenceUsd <= 0;
  return Object.freeze({ budgetUsd, committedUsd, overUsd, complete, needsAdministrator: !isSaving && (overUsd > 0 || !complete) });
}

/** In a sentence, for the lobby and for refusals. */
export function inWords({ budgetUsd, committedUsd, overUsd, complete }: BudgetVerdict): string {
  const month = `${complete ? '' : 'at least '}${formatMonthlyUsd(committedUsd)} of ${formatMonthlyUsd(budgetUsd)} a month`;
  if (overUsd > 0) return `This plan would take the project to ${month}: ${formatMonthlyUsd(overUsd)} over its budget. An administrator of the project has to approve it.`;
  return complete ? `With this plan the project costs ${month}.` : `With this plan the project costs ${month}, and not every price is known. An administrator of the project has to approve it.`;
}

/** In per cent of the budget. */
export const ALERTS = [50, 80, 100] as const;

/** Those of the alerts that a project has reached. */
export function alertsReached(budgetUsd: number, committedUsd: number): readonly number[] {
  return ALERTS.filter((percent) => committedUsd * 100 >= budgetUsd * percent);
}
