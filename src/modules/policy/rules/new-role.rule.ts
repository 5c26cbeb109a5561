import { changed, type PlanFacts } from '../domain/plan-facts';
import type { Rule } from '../domain/rule';

export const newRole: Rule<PlanFacts> = {
  id: 'new-role',
  severity: 'warn',
  check: (facts) => changed(facts).flatMap(({ address, before, after }) => {
    const had = new Set((before.roles ?? []).map(({ name }) => name));
    return (after.roles ?? []).filter(({ name, isBroad }) => !isBroad && !had.has(name)).map(({ name }) => `\`${address}\` grants ${name}, which was not granted before. Check that it is needed.`);
  }),
};
