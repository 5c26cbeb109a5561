import { block, listBlock, mapOf, optional } from '../../engine/build';
import type { ProviderDefinition } from '../../engine/schema';
import { bucketKinds } from './bucket';
import { cloudfrontKinds } from './cloudfront';
import { databaseKinds } from './database';
import { iamKinds } from './iam';
import { instanceKinds } from './instance';
import { kubernetesKinds } from './kubernetes';
import { loadBalancerKinds } from './load-balancer';
import { networkKinds } from './network';
import { route53Kinds } from './route53';
import { securityGroupKinds } from './security-group';

const VERBS = { create: 'creating', update: 'updating', delete: 'deleting', read: 'reading' } as const;

/** Amazon Web Services, as far as they are simulated. */
export const aws: ProviderDefinition = {
  namespace: 'hashicorp',
  name: 'aws',
  version: '6.19.0',
  block: block(
    { region: optional('string'), access_key: optional('string'), secret_key: optional('string'), token: optional('string'), profile: optional('string'), skip_credentials_validation: optional('bool'), skip_requesting_account_id: optional('bool') },
    { default_tags: listBlock(block({ tags: optional(mapOf('string')) })) },
  ),
  environment: { region: ['AWS_REGION', 'AWS_DEFAULT_REGION'], access_key: ['AWS_ACCESS_KEY_ID'], secret_key: ['AWS_SECRET_ACCESS_KEY'], token: ['AWS_SESSION_TOKEN'], profile: ['AWS_PROFILE'] },
  resources: [...networkKinds, ...securityGroupKinds, ...instanceKinds, ...databaseKinds, ...bucketKinds, ...cloudfrontKinds, ...loadBalancerKinds, ...kubernetesKinds, ...iamKinds, ...route53Kinds],
  errors: {
    notFound: (id) => `api error NotFound: The resource '${id}' does not exist`,
    alreadyExists: (id) => `api error AlreadyExists: '${id}' already exists`,
    inUse: (id, user) => `api error DependencyViolation: ${id} has a dependent object: ${user}`,
    during: (action, kind, words) => `${VERBS[action]} ${kind.label}: ${words}`,
  },
};
