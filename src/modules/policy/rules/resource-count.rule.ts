import type { RequestFacts, Rule } from '../domain/rule';

/** What a person can still read through before approving. */
const MOST_RESOURCES = 50;

export const resourceCount: Rule<RequestFacts> = {
  id: 'resource-count',
  severity: 'deny',
  check: ({ resources }) => (resources.length <= MOST_RESOURCES ? [] : [`A session holds at most ${MOST_RESOURCES} resources, this one has ${resources.length}. Split it into several deployments.`]),
};
