import type { RequestFacts, Rule } from '../domain/rule';

export const quota: Rule<RequestFacts> = {
  id: 'quota',
  severity: 'deny',
  check: ({ overQuota }) => overQuota,
};
