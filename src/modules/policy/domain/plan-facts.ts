import type { Project } from '../../access';
import type { ResourceTraits } from '../../providers';

export type ResourceChange = 'create' | 'update' | 'replace' | 'delete' | 'none';

/** A planned resource, in words that hold for every cloud. */
export interface ResourceFacts {
  readonly address: string;
  readonly change: ResourceChange;
  /** Empty where it does not exist then. */
  readonly before: ResourceTraits;
  readonly after: ResourceTraits;
}

/** All that a rule may look at once there is a plan. */
export interface PlanFacts {
  readonly project: Project;
  readonly resources: readonly ResourceFacts[];
  /** By how much a month of the deployment gets dearer, in USD; negative for a saving. */
  readonly differenceMonthlyUsd: number;
  /** False where a price is unknown: the difference may be more. */
  readonly costIsComplete: boolean;
}

/** What the plan makes or changes. What stays as it is was looked at when it came to be. */
export function changed({ resources }: PlanFacts): readonly ResourceFacts[] {
  return resources.filter(({ change }) => change === 'create' || change === 'update' || change === 'replace');
}

/** Where mistakes are dear: everywhere but in `dev`. */
export function isGuarded({ project: { environment } }: PlanFacts): boolean {
  return environment !== 'dev';
}
