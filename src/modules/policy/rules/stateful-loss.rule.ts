import { isGuarded, type PlanFacts } from '../domain/plan-facts';
import type { Rule } from '../domain/rule';

export const statefulLoss: Rule<PlanFacts> = {
  id: 'stateful-loss',
  severity: (facts) => (isGuarded(facts) ? 'needs-approval' : 'warn'),
  check: ({ resources }) => resources.flatMap(({ address, change, before }) =>
    before.isStateful && (change === 'delete' || change === 'replace')
      ? [`\`${address}\` is ${change === 'delete' ? 'destroyed' : 'destroyed and made anew'}, and its data are gone with it. Make sure that there is a backup, or leave it as it is.`]
      : []),
};
