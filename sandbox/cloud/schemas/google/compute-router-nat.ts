import { block, listOf, oneBlock, optional, optionalComputed, required, setBlock, setOf, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { gceName, oneOf } from './checks';
import { id, project, region } from './common-attributes';
import { lastPart, naming, projectOf, regionOf } from './paths';

const namesRouter = naming('google_compute_router', 'region', 'routers');

export const computeRouterNat: ResourceKind = {
  type: 'google_compute_router_nat',
  label: 'RouterNat',
  version: 0,
  latency: { create: 1000, update: 800, delete: 1000 },
  id: (scene) => [projectOf(scene), regionOf(scene), lastPart(textOf(scene.object.router) ?? ''), textOf(scene.object.name)].join('/'),
  attributes: {
    id,
    name: required('string', { replaces: true, check: gceName }),
    project,
    region,
    // The cloud keeps the bare name of the router.
    router: required('string', { replaces: true, refersTo: namesRouter.refersTo, spelling: lastPart }),
    auto_network_tier: optionalComputed('string', { made: () => 'PREMIUM' }),
    drain_nat_ips: optionalComputed(setOf('string')),
    enable_dynamic_port_allocation: optionalComputed('bool'),
    enable_endpoint_independent_mapping: optionalComputed('bool'),
    endpoint_types: optionalComputed(listOf('string'), { replaces: true, made: () => ['ENDPOINT_TYPE_VM'] }),
    icmp_idle_timeout_sec: optional('number', { default: 30 }),
    max_ports_per_vm: optional('number'),
    min_ports_per_vm: optionalComputed('number', { made: () => 64 }),
    nat_ip_allocate_option: optional('string', { check: oneOf('MANUAL_ONLY', 'AUTO_ONLY') }),
    nat_ips: optionalComputed(setOf('string')),
    source_subnetwork_ip_ranges_to_nat: required('string', {
      check: oneOf('ALL_SUBNETWORKS_ALL_IP_RANGES', 'ALL_SUBNETWORKS_ALL_PRIMARY_IP_RANGES', 'LIST_OF_SUBNETWORKS'),
    }),
    tcp_established_idle_timeout_sec: optional('number', { default: 1200 }),
    tcp_time_wait_timeout_sec: optional('number', { default: 120 }),
    tcp_transitory_idle_timeout_sec: optional('number', { default: 30 }),
    type: optional('string', { replaces: true, default: 'PUBLIC', check: oneOf('PUBLIC', 'PRIVATE') }),
    udp_idle_timeout_sec: optional('number', { default: 30 }),
  },
  blocks: {
    log_config: oneBlock(
      block({ enable: required('bool'), filter: required('string', { check: oneOf('ERRORS_ONLY', 'TRANSLATIONS_ONLY', 'ALL') }) }),
    ),
    subnetwork: setBlock(
      block({
        name: required('string'),
        secondary_ip_range_names: optional(setOf('string')),
        source_ip_ranges_to_nat: required(setOf('string')),
      }),
    ),
    timeouts: timeouts('create', 'update', 'delete'),
  },
};
