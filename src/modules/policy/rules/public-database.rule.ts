import { changed, type PlanFacts } from '../domain/plan-facts';
import type { Rule } from '../domain/rule';

export const publicDatabase: Rule<PlanFacts> = {
  id: 'public-database',
  severity: 'deny',
  check: (facts) => changed(facts).filter(({ after }) => after.isPublic === 'database').map(({ address }) => `\`${address}\` would be a database that the whole internet reaches. Keep it in a private network.`),
};
