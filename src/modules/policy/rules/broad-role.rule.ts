import { changed, type PlanFacts } from '../domain/plan-facts';
import type { Rule } from '../domain/rule';

export const broadRole: Rule<PlanFacts> = {
  id: 'broad-role',
  severity: 'needs-approval',
  check: (facts) => changed(facts).flatMap(({ address, after }) =>
    (after.roles ?? []).filter(({ isBroad }) => isBroad).map(({ name }) => `\`${address}\` grants ${name}, which opens nearly everything. Grant the narrowest role that does.`)),
};
