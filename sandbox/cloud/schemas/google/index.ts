import type { ProviderDefinition } from '../../engine/schema';
import { computeAddress } from './compute-address';
import { diskKinds } from './compute-disk';
import { computeFirewall } from './compute-firewall';
import { computeInstance } from './compute-instance';
import { computeNetwork } from './compute-network';
import { computeRouter } from './compute-router';
import { computeRouterNat } from './compute-router-nat';
import { computeSubnetwork } from './compute-subnetwork';
import { containerKinds } from './container';
import { serviceKinds } from './iam-dns-and-services';
import { loadBalancingKinds } from './load-balancing';
import { providerBlock, SETTINGS_FROM_ENVIRONMENT, validateSettings } from './provider-block';
import { redisInstance } from './redis-instance';
import { serviceAccount } from './service-account';
import { sqlKinds } from './sql';
import { storageBucket } from './storage-bucket';

const VERBS = { create: 'creating', update: 'updating', delete: 'deleting', read: 'reading' } as const;

/** Google Cloud, as far as it is simulated. */
export const google: ProviderDefinition = {
  namespace: 'hashicorp',
  name: 'google',
  version: '7.9.0',
  block: providerBlock,
  environment: SETTINGS_FROM_ENVIRONMENT,
  validate: validateSettings,
  resources: [
    computeAddress,
    computeFirewall,
    computeInstance,
    computeNetwork,
    computeRouter,
    computeRouterNat,
    computeSubnetwork,
    serviceAccount,
    storageBucket,
    redisInstance,
    ...diskKinds,
    ...sqlKinds,
    ...loadBalancingKinds,
    ...containerKinds,
    ...serviceKinds,
  ],
  errors: {
    notFound: (id) => `googleapi: Error 404: The resource '${id}' was not found, notFound`,
    alreadyExists: (id) => `googleapi: Error 409: The resource '${id}' already exists, alreadyExists`,
    inUse: (id, user) => `googleapi: Error 400: The resource '${id}' is already being used by '${user}', resourceInUseByAnotherResource`,
    during: (action, kind, words) => `Error ${VERBS[action]} ${kind.label}: ${words}`,
  },
};
