import { block, optional } from '../../engine/build';
import type { ProviderDefinition } from '../../engine/schema';
import { databaseKinds } from './database';
import { dropletKinds } from './droplet';
import { firewallKinds } from './firewall';
import { kubernetesKinds } from './kubernetes-cluster';
import { loadBalancerKinds } from './load-balancer';
import { recordKinds } from './record-and-project';
import { spacesKinds } from './spaces';
import { volumeKinds } from './volume';
import { networkKinds } from './vpc';

const VERBS = { create: 'creating', update: 'updating', delete: 'deleting', read: 'retrieving' } as const;

/** DigitalOcean, as far as it is simulated. */
export const digitalocean: ProviderDefinition = {
  namespace: 'digitalocean',
  name: 'digitalocean',
  version: '2.79.0',
  block: block({ token: optional('string'), api_endpoint: optional('string'), spaces_access_id: optional('string'), spaces_secret_key: optional('string'), spaces_endpoint: optional('string') }),
  environment: {
    token: ['DIGITALOCEAN_TOKEN', 'DIGITALOCEAN_ACCESS_TOKEN'], api_endpoint: ['DIGITALOCEAN_API_URL'],
    spaces_access_id: ['SPACES_ACCESS_KEY_ID'], spaces_secret_key: ['SPACES_SECRET_ACCESS_KEY'], spaces_endpoint: ['SPACES_ENDPOINT_URL'],
  },
  resources: [...networkKinds, ...dropletKinds, ...firewallKinds, ...volumeKinds, ...databaseKinds, ...spacesKinds, ...loadBalancerKinds, ...kubernetesKinds, ...recordKinds],
  errors: {
    notFound: (id) => `404 The resource you requested could not be found: ${id}`,
    alreadyExists: (id) => `422 This name has already been taken: ${id}`,
    inUse: (id, user) => `409 ${id} cannot be deleted while it is used by ${user}`,
    during: (action, kind, words) => `Error ${VERBS[action]} ${kind.label}: ${words}`,
  },
};
