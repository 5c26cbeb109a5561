import type { Project } from '../../access';
import type { ResourceRequest } from '../../providers';
import type { Violation } from './violation';

/** All that a rule may look at before there is a plan. */
export interface RequestFacts {
  readonly project: Project;
  readonly provider: string;
  readonly region: string;
  readonly resources: readonly ResourceRequest[];
}

/** One policy: a plain function from facts to what violates it. */
export interface Rule {
  readonly id: string;
  readonly severity: Violation['severity'];
  /** Sentences that say what is wrong and how to comply; none: complied with. */
  check(facts: RequestFacts): readonly string[];
}
