import { computed, listOf, optional, optionalComputed, required, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { gceName, oneOf } from './checks';
import { creationTimestamp, fingerprint, id, project, publicAddress, region, selfLink } from './common-attributes';
import { labels } from './labels';
import { idIn, importNames, namesNetwork, namesSubnetwork, regionOf } from './paths';
import { refuseUnknownRegion } from './places';
import { freeAddress } from './private-addresses';

export const computeAddress: ResourceKind = {
  type: 'google_compute_address',
  label: 'Address',
  version: 0,
  latency: { create: 1000, update: 800, delete: 1000 },
  id: idIn('region', 'addresses'),
  importedAs: importNames('project', 'region', 'name'),
  admit: (scene) => refuseUnknownRegion(regionOf(scene)),
  attributes: {
    id,
    name: required('string', { replaces: true, check: gceName }),
    project,
    region,
    self_link: selfLink,
    ...labels,
    address: optionalComputed('string', {
      replaces: true,
      made: (scene) => (scene.object.address_type === 'INTERNAL' ? freeAddress(scene) : publicAddress()),
    }),
    address_type: optional('string', { replaces: true, default: 'EXTERNAL', check: oneOf('INTERNAL', 'EXTERNAL') }),
    creation_timestamp: creationTimestamp,
    description: optional('string', { replaces: true }),
    ip_version: optional('string', { replaces: true, check: oneOf('IPV4', 'IPV6') }),
    ipv6_endpoint_type: optional('string', { replaces: true, check: oneOf('VM', 'NETLB') }),
    label_fingerprint: fingerprint,
    network: optional('string', { replaces: true, ...namesNetwork }),
    network_tier: optionalComputed('string', {
      replaces: true,
      check: oneOf('PREMIUM', 'STANDARD'),
      made: ({ object }) => (object.address_type === 'INTERNAL' ? '' : 'PREMIUM'),
    }),
    prefix_length: optionalComputed('number', { replaces: true }),
    purpose: optionalComputed('string', { replaces: true, made: ({ object }) => (object.address_type === 'INTERNAL' ? 'GCE_ENDPOINT' : '') }),
    subnetwork: optionalComputed('string', { replaces: true, ...namesSubnetwork }),
    users: computed(listOf('string')),
  },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};
