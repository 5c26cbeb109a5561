import { changed, type PlanFacts } from '../domain/plan-facts';
import type { Rule } from '../domain/rule';

export const unencryptedStorage: Rule<PlanFacts> = {
  id: 'unencrypted-storage',
  severity: 'deny',
  check: (facts) => changed(facts).filter(({ after }) => after.isEncrypted === false).map(({ address }) => `\`${address}\` would keep its data unencrypted. Turn its encryption on.`),
};
