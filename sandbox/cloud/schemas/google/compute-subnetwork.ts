import { CloudError } from '../../engine/cloud-error';
import { block, computed, listBlock, oneBlock, optional, optionalComputed, required, setOf, timeouts } from '../../engine/build';
import type { ResourceKind, Scene } from '../../engine/schema';
import { objectsOf, textOf } from '../../engine/value';
import { between, cidr, gceName, oneOf } from './checks';
import { creationTimestamp, id, numericId, params, project, region, selfLink } from './common-attributes';
import { addressAt, overlap, parseRange } from './ip-ranges';
import { idIn, importNames, lastPart, namesNetwork, regionOf, selfLinkOf } from './paths';
import { refuseUnknownRegion } from './places';

const INTERVALS = ['INTERVAL_5_SEC', 'INTERVAL_30_SEC', 'INTERVAL_1_MIN', 'INTERVAL_5_MIN', 'INTERVAL_10_MIN', 'INTERVAL_15_MIN'];
const LONGEST_EXACT = 15;

export const computeSubnetwork: ResourceKind = {
  type: 'google_compute_subnetwork',
  label: 'Subnetwork',
  version: 0,
  latency: { create: 1500, update: 1000, delete: 1500 },
  id: idIn('region', 'subnetworks'),
  importedAs: importNames('project', 'region', 'name'),
  // A network in auto mode has one in each region, called like itself.
  preexisting: (subnetworkId, cloud) => {
    const network = subnetworkId.replace(/\/regions\/[^/]+\/subnetworks\//, '/global/networks/');
    return network.endsWith('/default') || cloud.find('google_compute_network', network)?.auto_create_subnetworks === true;
  },
  admit: (scene) => {
    refuseUnknownRegion(regionOf(scene));
    refuseOverlap(scene);
  },
  attributes: {
    id,
    name: required('string', { replaces: true, check: gceName }),
    project,
    region,
    network: required('string', { replaces: true, ...namesNetwork }),
    self_link: selfLink,
    ip_cidr_range: optionalComputed('string', { check: cidr }),
    creation_timestamp: creationTimestamp,
    description: optional('string', { replaces: true }),
    external_ipv6_prefix: optionalComputed('string', { replaces: true }),
    fingerprint: computed('string', { deprecated: true }),
    gateway_address: computed('string', { made: ({ object }) => addressAt(parseRange(textOf(object.ip_cidr_range) ?? '0.0.0.0/0'), 1) }),
    internal_ipv6_prefix: computed('string', { replaces: true }),
    ipv6_access_type: optional('string', { check: oneOf('EXTERNAL', 'INTERNAL') }),
    ipv6_cidr_range: computed('string'),
    private_ip_google_access: optionalComputed('bool'),
    private_ipv6_google_access: optionalComputed('string', { made: () => 'DISABLE_GOOGLE_ACCESS' }),
    purpose: optionalComputed('string', { made: () => 'PRIVATE' }),
    reserved_internal_range: optional('string', { replaces: true }),
    role: optional('string', { check: oneOf('ACTIVE', 'BACKUP') }),
    send_secondary_ip_range_if_empty: optional('bool'),
    stack_type: optionalComputed('string', { check: oneOf('IPV4_ONLY', 'IPV4_IPV6', 'IPV6_ONLY'), made: () => 'IPV4_ONLY' }),
    state: computed('string'),
    // A number here, so no longer than what a number can hold exactly.
    subnetwork_id: computed('number', { made: () => Number(numericId().slice(0, LONGEST_EXACT)) }),
  },
  blocks: {
    log_config: oneBlock(
      block({
        aggregation_interval: optional('string', { default: 'INTERVAL_5_SEC', check: oneOf(...INTERVALS) }),
        filter_expr: optional('string', { default: 'true' }),
        flow_sampling: optional('number', { default: 0.5, check: between(0, 1) }),
        metadata: optional('string', { default: 'INCLUDE_ALL_METADATA', check: oneOf('EXCLUDE_ALL_METADATA', 'INCLUDE_ALL_METADATA', 'CUSTOM_METADATA') }),
        metadata_fields: optional(setOf('string')),
      }),
    ),
    secondary_ip_range: listBlock(
      block({
        range_name: required('string', { check: gceName }),
        ip_cidr_range: optionalComputed('string', { check: cidr }),
        reserved_internal_range: optional('string'),
      }),
      { made: () => [] },
    ),
    params,
    timeouts: timeouts('create', 'update', 'delete'),
  },
};

function refuseOverlap(scene: Scene): void {
  const { object, cloud } = scene;
  const network = textOf(object.network) ?? '';
  const address = selfLinkOf(namesNetwork.refersTo.id(network, scene));
  const own = computeSubnetwork.id(scene);
  const neighbours = cloud.list(computeSubnetwork.type).filter((other) => other.network === address && other.id !== own);
  for (const range of rangesOf(object)) {
    for (const neighbour of neighbours) {
      if (rangesOf(neighbour).some((taken) => overlap(parseRange(taken), parseRange(range)))) {
        throw new CloudError(
          `googleapi: Error 400: Invalid IPCidrRange: ${range} conflicts with existing subnetwork '${lastPart(textOf(neighbour.id) ?? '')}' ` +
            `in region '${textOf(neighbour.region) ?? ''}'., invalidIPCidrRange`,
        );
      }
    }
  }
}

function rangesOf(subnetwork: Scene['object']): string[] {
  const ranges = [subnetwork, ...objectsOf(subnetwork.secondary_ip_range)].map((holder) => textOf(holder.ip_cidr_range));
  return ranges.filter((range) => range !== undefined);
}
