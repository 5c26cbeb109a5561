import type { PlanFacts } from '../domain/plan-facts';
import type { RequestFacts, Rule } from '../domain/rule';
import { allowedProviders } from './allowed-providers.rule';
import { allowedRegions } from './allowed-regions.rule';
import { allowedSizes } from './allowed-sizes.rule';
import { broadRole } from './broad-role.rule';
import { costChange } from './cost-change.rule';
import { newRole } from './new-role.rule';
import { openPorts } from './open-ports.rule';
import { permission } from './permission.rule';
import { publicBucket } from './public-bucket.rule';
import { publicDatabase } from './public-database.rule';
import { quota } from './quota.rule';
import { requiredLabels } from './required-labels.rule';
import { resourceCount } from './resource-count.rule';
import { resourceNames } from './resource-names.rule';
import { statefulLoss } from './stateful-loss.rule';
import { unencryptedStorage } from './unencrypted-storage.rule';
import { uniqueNames } from './unique-names.rule';

/** Every rule that is checked before Terraform runs. */
export const REQUEST_RULES: readonly Rule<RequestFacts>[] = [permission, quota, allowedProviders, allowedRegions, allowedSizes, resourceNames, uniqueNames, requiredLabels, resourceCount];

/** Every rule that is checked on what Terraform planned. */
export const PLAN_RULES: readonly Rule<PlanFacts>[] = [openPorts, publicDatabase, publicBucket, unencryptedStorage, statefulLoss, broadRole, newRole, costChange];
