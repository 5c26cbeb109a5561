import type { Rule } from '../domain/rule';
import { allowedProviders } from './allowed-providers.rule';
import { allowedRegions } from './allowed-regions.rule';
import { resourceCount } from './resource-count.rule';
import { uniqueNames } from './unique-names.rule';

/** Every rule that is checked before Terraform runs. */
export const REQUEST_RULES: readonly Rule[] = [allowedProviders, allowedRegions, resourceCount, uniqueNames];
