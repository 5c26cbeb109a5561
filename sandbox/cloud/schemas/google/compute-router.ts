import { block, listOf, oneBlock, optional, optionalComputed, required, setBlock, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { between, gceName, oneOf } from './checks';
import { creationTimestamp, id, project, region, selfLink, unboundParams } from './common-attributes';
import { idIn, importNames, namesNetwork, regionOf } from './paths';
import { refuseUnknownRegion } from './places';

export const computeRouter: ResourceKind = {
  type: 'google_compute_router',
  label: 'Router',
  version: 0,
  latency: { create: 1000, update: 800, delete: 1000 },
  id: idIn('region', 'routers'),
  importedAs: importNames('project', 'region', 'name'),
  admit: (scene) => refuseUnknownRegion(regionOf(scene)),
  attributes: {
    id,
    name: required('string', { replaces: true, check: gceName }),
    project,
    region,
    network: optional('string', { replaces: true, ...namesNetwork }),
    self_link: selfLink,
    creation_timestamp: creationTimestamp,
    description: optional('string'),
    encrypted_interconnect_router: optional('bool', { replaces: true }),
  },
  blocks: {
    bgp: oneBlock(
      block(
        {
          asn: required('number'),
          advertise_mode: optional('string', { default: 'DEFAULT', check: oneOf('DEFAULT', 'CUSTOM') }),
          advertised_groups: optional(listOf('string')),
          identifier_range: optionalComputed('string'),
          keepalive_interval: optional('number', { default: 20, check: between(0, 60) }),
        },
        { advertised_ip_ranges: setBlock(block({ range: required('string'), description: optional('string') })) },
      ),
    ),
    params: unboundParams,
    timeouts: timeouts('create', 'update', 'delete'),
  },
};
