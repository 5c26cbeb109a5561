import { computed, optional, optionalComputed, required, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { gceName, oneOf } from './checks';
import { id, numericId, params, project, selfLink } from './common-attributes';
import { idIn, importNames } from './paths';

export const computeNetwork: ResourceKind = {
  type: 'google_compute_network',
  label: 'Network',
  version: 0,
  latency: { create: 1500, update: 1000, delete: 1500 },
  id: idIn('global', 'networks'),
  importedAs: importNames('project', 'name'),
  // Every project comes with one.
  preexisting: (networkId) => networkId.endsWith('/global/networks/default'),
  attributes: {
    id,
    name: required('string', { replaces: true, check: gceName }),
    project,
    self_link: selfLink,
    auto_create_subnetworks: optional('bool', { replaces: true, default: true }),
    bgp_always_compare_med: optionalComputed('bool'),
    bgp_best_path_selection_mode: optionalComputed('string', { check: oneOf('LEGACY', 'STANDARD'), made: () => 'LEGACY' }),
    bgp_inter_region_cost: optionalComputed('string', { check: oneOf('DEFAULT', 'ADD_COST_TO_MED') }),
    delete_default_routes_on_create: optional('bool', { default: false }),
    description: optional('string', { replaces: true }),
    enable_ula_internal_ipv6: optional('bool'),
    gateway_ipv4: computed('string'),
    internal_ipv6_range: optionalComputed('string', { replaces: true }),
    mtu: optionalComputed('number', { made: () => 1460 }),
    network_firewall_policy_enforcement_order: optional('string', {
      default: 'AFTER_CLASSIC_FIREWALL',
      check: oneOf('BEFORE_CLASSIC_FIREWALL', 'AFTER_CLASSIC_FIREWALL'),
    }),
    network_id: computed('string', { made: numericId }),
    network_profile: optional('string', { replaces: true }),
    numeric_id: computed('string', { deprecated: true, made: ({ object }) => object.network_id ?? '' }),
    routing_mode: optionalComputed('string', { check: oneOf('REGIONAL', 'GLOBAL'), made: () => 'REGIONAL' }),
  },
  blocks: { params, timeouts: timeouts('create', 'update', 'delete') },
};
