import type { AccessLevel, Project } from '../../access';
import type { ResourceRequest } from '../../providers';
import type { Severity, Violation } from './violation';

/** All that a rule may look at before there is a plan. */
export interface RequestFacts {
  readonly project: Project;
  /** Of whoever asks; absent where the engine itself looks again. */
  readonly level?: AccessLevel;
  readonly provider: string;
  readonly region: string;
  readonly resources: readonly ResourceRequest[];
  readonly labels: Readonly<Record<string, string>>;
  /** What the quotas have against it. */
  readonly overQuota: readonly string[];
}

/** One policy: a plain function from facts to what violates it. */
export interface Rule<Facts> {
  readonly id: string;
  readonly severity: Severity | ((facts: Facts) => Severity);
  /** Sentences that say what is wrong and how to comply; none: complied with. */
  check(facts: Facts): readonly string[];
}

/** Everything that rules have against facts. */
export function violationsOf<Facts>(rules: readonly Rule<Facts>[], facts: Facts): readonly Violation[] {
  return rules.flatMap(({ id, severity, check }) =>
    check(facts).map((message) => ({ rule: id, severity: typeof severity === 'function' ? severity(facts) : severity, message })));
}
