import { changed, isGuarded, type PlanFacts } from '../domain/plan-facts';
import type { Rule } from '../domain/rule';

export const openPorts: Rule<PlanFacts> = {
  id: 'open-ports',
  severity: (facts) => (isGuarded(facts) ? 'deny' : 'needs-approval'),
  check: (facts) => changed(facts).flatMap(({ address, after: { exposedPorts: ports = [] } }) =>
    ports.length === 0 ? [] : [`\`${address}\` opens ${ports.join(', ')} to the whole internet. Name the addresses that may connect, such as 203.0.113.7/32.`]),
};
