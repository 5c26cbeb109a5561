import { block, listBlock, optional } from '../../engine/build';
import type { ProviderDefinition } from '../../engine/schema';
import { databaseKinds } from './database';
import { identityKinds } from './identity-and-dns';
import { kubernetesKinds } from './kubernetes';
import { loadBalancerKinds } from './load-balancer';
import { machineKinds } from './machine';
import { networkKinds } from './network';
import { storageKinds } from './storage';

const VERBS = { create: 'creating', update: 'updating', delete: 'deleting', read: 'retrieving' } as const;

/** Microsoft Azure, as far as it is simulated. */
export const azurerm: ProviderDefinition = {
  namespace: 'hashicorp',
  name: 'azurerm',
  version: '4.65.0',
  block: block({ subscription_id: optional('string'), tenant_id: optional('string'), client_id: optional('string'), client_secret: optional('string'), environment: optional('string') }, { features: listBlock(block({})) }),
  environment: { subscription_id: ['ARM_SUBSCRIPTION_ID'], tenant_id: ['ARM_TENANT_ID'], client_id: ['ARM_CLIENT_ID'], client_secret: ['ARM_CLIENT_SECRET'], environment: ['ARM_ENVIRONMENT'] },
  resources: [...networkKinds, ...machineKinds, ...databaseKinds, ...storageKinds, ...loadBalancerKinds, ...kubernetesKinds, ...identityKinds],
  errors: {
    notFound: (id) => `unexpected status 404 (404 Not Found) with error: ResourceNotFound: The Resource '${id}' was not found.`,
    alreadyExists: (id) => `a resource with the ID "${id}" already exists - to be managed via Terraform this resource needs to be imported into the State`,
    inUse: (id, user) => `unexpected status 400 (400 Bad Request) with error: InUse: ${id} is in use by ${user} and cannot be deleted.`,
    during: (action, kind, words) => `${VERBS[action]} ${kind.label}: ${words}`,
  },
};
