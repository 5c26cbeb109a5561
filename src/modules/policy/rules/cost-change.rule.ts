import { formatMonthlyUsd } from '../../../shared';
import type { PlanFacts } from '../domain/plan-facts';
import type { Rule } from '../domain/rule';

/** What holds where a project says nothing, in USD a month. */
const LIMIT_USD = 1_000;

export const costChange: Rule<PlanFacts> = {
  id: 'cost-change',
  severity: 'needs-approval',
  check: ({ project, differenceMonthlyUsd: difference, costIsComplete }) => {
    const limit = project.rules?.costLimitUsd ?? LIMIT_USD;
    if (difference <= limit) return [];
    return [`This makes a month ${costIsComplete ? '' : 'at least '}${formatMonthlyUsd(difference)} dearer; more than ${formatMonthlyUsd(limit)} needs another approver. Choose smaller sizes, or ask for that approval.`];
  },
};
