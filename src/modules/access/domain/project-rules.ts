import { failure, RESERVED_LABELS, type Failure } from '../../../shared';

/** What the plans of a project have to keep to, beside what holds everywhere. */
export interface ProjectRules {
  /** Sizes that machines, databases and caches may have, as people ask for them; absent or empty: every size. */
  readonly sizes?: readonly string[];
  /** Labels that every deployment has to carry, such as `team`. */
  readonly requiredLabels?: readonly string[];
  /** A plan that costs more than this beyond what there is, in USD a month, needs another approver. Absent: what holds everywhere. */
  readonly costLimitUsd?: number;
  /** The folder of policies as code that its plans are checked against; absent: none. */
  readonly policySet?: string;
}

const SIZE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const LABEL = /^[a-z][a-z0-9_-]{0,30}$/;
const SET = /^[a-z][a-z0-9-]{0,38}$/;
const MOST_ENTRIES = 20;
const MOST_USD = 10_000_000;

/** The first thing that is wrong with them; undefined where nothing is. */
export function whyNotRules({ sizes = [], requiredLabels = [], costLimitUsd, policySet }: ProjectRules): Failure | undefined {
  if (sizes.length > MOST_ENTRIES || sizes.some((size) => !SIZE.test(size))) return failure('PROJECT.SIZES', `Give at most ${MOST_ENTRIES} sizes as people ask for them, separated by commas, such as \`small, medium, e2-standard-4\`.`, 'sizes');
  const wrong = requiredLabels.find((label) => !LABEL.test(label) || RESERVED_LABELS.includes(label));
  if (requiredLabels.length > MOST_ENTRIES || wrong !== undefined) return failure('PROJECT.LABELS', `Give at most ${MOST_ENTRIES} labels, separated by commas, such as \`team, cost-center\`: lower-case letters, digits, hyphens and underscores, and none of ${RESERVED_LABELS.join(', ')}, which every resource carries anyway.`, 'required-labels');
  if (costLimitUsd !== undefined && !(Number.isFinite(costLimitUsd) && costLimitUsd > 0 && costLimitUsd <= MOST_USD)) return failure('PROJECT.COST_LIMIT', `Give the limit in US dollars a month, more than 0 and at most ${MOST_USD}.`, 'cost-limit');
  if (policySet !== undefined && !SET.test(policySet)) return failure('PROJECT.POLICIES', 'Name a policy set by lower-case letters, digits and hyphens, such as `platform`.', 'policies');
  return undefined;
}
