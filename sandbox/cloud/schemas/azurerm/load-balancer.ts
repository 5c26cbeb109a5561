import { block, computed, listBlock, listOf, optional, optionalComputed, required, setOf } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { between, oneOf } from './checks';
import { allTimeouts, fewTimeouts, id, idIn, inGroup, names, partOf, textIn } from './common-attributes';

const ofBalancer = { id, name: required('string', { replaces: true }), loadbalancer_id: required('string', { replaces: true, ...names('azurerm_lb') }) };
const port = required('number', { check: between(0, 65_535) });

const balancer: ResourceKind = {
  type: 'azurerm_lb', label: 'Load Balancer', version: 0, latency: { create: 2000, update: 1000, delete: 1200 }, id: idIn('Microsoft.Network/loadBalancers'),
  attributes: { ...inGroup, name: required('string', { replaces: true }), sku: optional('string', { replaces: true, check: oneOf('Basic', 'Standard', 'Gateway') }), sku_tier: optional('string', { replaces: true }), private_ip_address: computed('string'), private_ip_addresses: computed(listOf('string')) },
  blocks: {
    frontend_ip_configuration: listBlock(block({
      name: required('string'), public_ip_address_id: optional('string', names('azurerm_public_ip')), subnet_id: optional('string', names('azurerm_subnet')), zones: optional(setOf('string')), id: computed('string'),
      private_ip_address: optionalComputed('string'), private_ip_address_allocation: optionalComputed('string', { made: () => 'Dynamic' }), private_ip_address_version: optionalComputed('string', { made: () => 'IPv4' }), public_ip_prefix_id: optionalComputed('string'),
      load_balancer_rules: computed(setOf('string')), inbound_nat_rules: computed(setOf('string')), outbound_rules: computed(setOf('string')), gateway_load_balancer_frontend_ip_configuration_id: optionalComputed('string'),
    })),
    timeouts: allTimeouts,
  },
};

const pool: ResourceKind = {
  type: 'azurerm_lb_backend_address_pool', label: 'Backend Address Pool', version: 0, latency: { create: 600, update: 500, delete: 500 }, id: partOf('loadbalancer_id', 'backendAddressPools'),
  attributes: { ...ofBalancer, virtual_network_id: optional('string'), synchronous_mode: optional('string', { replaces: true }), backend_ip_configurations: computed(listOf('string')), load_balancing_rules: computed(listOf('string')), inbound_nat_rules: computed(listOf('string')), outbound_rules: computed(listOf('string')) },
  blocks: { timeouts: allTimeouts },
};

const probe: ResourceKind = {
  type: 'azurerm_lb_probe', label: 'Load Balancer Probe', version: 0, latency: { create: 600, update: 500, delete: 500 }, id: partOf('loadbalancer_id', 'probes'),
  attributes: { ...ofBalancer, port, protocol: optional('string', { check: oneOf('Http', 'Https', 'Tcp') }), request_path: optional('string'), interval_in_seconds: optional('number', { default: 15 }), number_of_probes: optional('number', { default: 2 }), probe_threshold: optional('number', { default: 1 }), load_balancer_rules: computed(setOf('string')) },
  blocks: { timeouts: allTimeouts },
};

const rule: ResourceKind = {
  type: 'azurerm_lb_rule', label: 'Load Balancer Rule', version: 0, latency: { create: 600, update: 500, delete: 500 }, id: partOf('loadbalancer_id', 'loadBalancingRules'),
  attributes: {
    ...ofBalancer, protocol: required('string', { check: oneOf('All', 'Tcp', 'Udp') }), frontend_port: port, backend_port: port, frontend_ip_configuration_name: required('string'), backend_address_pool_ids: optional(listOf('string')), probe_id: optional('string', names('azurerm_lb_probe')),
    disable_outbound_snat: optional('bool', { default: false }), floating_ip_enabled: optionalComputed('bool', { default: false }), tcp_reset_enabled: optionalComputed('bool', { default: false }), idle_timeout_in_minutes: optional('number', { default: 4 }), load_distribution: optional('string'),
    frontend_ip_configuration_id: computed('string', { made: (scene) => `${textIn(scene, 'loadbalancer_id')}/frontendIPConfigurations/${textIn(scene, 'frontend_ip_configuration_name')}` }),
  },
  blocks: { timeouts: allTimeouts },
};

const association: ResourceKind = {
  type: 'azurerm_network_interface_backend_address_pool_association', label: 'Backend Address Pool Association', version: 0, latency: { create: 700, update: 500, delete: 600 },
  id: (scene) => `${textIn(scene, 'network_interface_id')}/ipConfigurations/${textIn(scene, 'ip_configuration_name')}|${textIn(scene, 'backend_address_pool_id')}`,
  attributes: {
    id, network_interface_id: required('string', { replaces: true, ...names('azurerm_network_interface') }), ip_configuration_name: required('string', { replaces: true }), backend_address_pool_id: required('string', { replaces: true, ...names('azurerm_lb_backend_address_pool') }),
  },
  blocks: { timeouts: fewTimeouts },
};

export const loadBalancerKinds: readonly ResourceKind[] = [balancer, pool, probe, rule, association];
