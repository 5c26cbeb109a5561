import { changed, isGuarded, type PlanFacts } from '../domain/plan-facts';
import type { Rule } from '../domain/rule';

/** A website is meant to be read by everybody; what is not should not be. */
export const publicBucket: Rule<PlanFacts> = {
  id: 'public-bucket',
  severity: (facts) => (isGuarded(facts) ? 'needs-approval' : 'warn'),
  check: (facts) => changed(facts).filter(({ before, after }) => after.isPublic === 'bucket' && before.isPublic !== 'bucket').map(({ address }) => `Everybody on the internet can read what is in \`${address}\`. Keep it private, unless it is a public website.`),
};
