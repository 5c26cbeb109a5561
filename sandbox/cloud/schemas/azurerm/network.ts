import { block, computed, listBlock, listOf, oneBlock, optional, optionalComputed, required, setOf } from '../../engine/build';
import type { ResourceKind, Scene } from '../../engine/schema';
import { between, matches, oneOf } from './checks';
import { allTimeouts, fewTimeouts, groupId, id, idIn, inGroup, location, names, octetOf, resourceGroup, tags, textIn, uuidOf } from './common-attributes';

const NETWORK = 'Microsoft.Network';

const group: ResourceKind = {
  type: 'azurerm_resource_group', label: 'Resource Group', version: 0, latency: { create: 800, update: 500, delete: 1500 }, id: (scene) => groupId(textIn(scene, 'name'), scene),
  attributes: { id, name: required('string', { replaces: true, check: matches(/^[-\w._()]{1,90}$/, 'a name of a resource group') }), location, managed_by: optional('string'), tags },
  blocks: { timeouts: allTimeouts },
};

const network: ResourceKind = {
  type: 'azurerm_virtual_network', label: 'Virtual Network', version: 0, latency: { create: 1500, update: 800, delete: 1200 }, id: idIn(`${NETWORK}/virtualNetworks`),
  attributes: { ...inGroup, name: required('string', { replaces: true }), address_space: optional(setOf('string')), dns_servers: optionalComputed(listOf('string')), guid: computed('string', { made: (scene) => uuidOf(textIn(scene, 'id')) }) },
  blocks: { timeouts: allTimeouts },
};

const networkId = (name: string, scene: Scene): string => `${groupId(textIn(scene, 'resource_group_name'), scene)}/providers/${NETWORK}/virtualNetworks/${name}`;
const subnet: ResourceKind = {
  type: 'azurerm_subnet', label: 'Subnet', version: 0, latency: { create: 900, update: 600, delete: 700 }, id: (scene) => `${networkId(textIn(scene, 'virtual_network_name'), scene)}/subnets/${textIn(scene, 'name')}`,
  attributes: {
    id, resource_group_name: resourceGroup, name: required('string', { replaces: true }), virtual_network_name: required('string', { replaces: true, refersTo: { type: 'azurerm_virtual_network', id: networkId } }), address_prefixes: optional(listOf('string')),
    default_outbound_access_enabled: optional('bool', { default: true }), private_link_service_network_policies_enabled: optional('bool', { default: true }), service_endpoints: optional(setOf('string')),
  },
  blocks: { delegation: listBlock(block({ name: required('string') }, { service_delegation: oneBlock(block({ name: required('string'), actions: optional(setOf('string')) }), { min: 1 }) })), timeouts: allTimeouts },
};

const securityGroup: ResourceKind = {
  type: 'azurerm_network_security_group', label: 'Network Security Group', version: 0, latency: { create: 1000, update: 600, delete: 800 }, id: idIn(`${NETWORK}/networkSecurityGroups`),
  attributes: { ...inGroup, name: required('string', { replaces: true }) },
  blocks: { timeouts: allTimeouts },
};

const securityGroupId = (name: string, scene: Scene): string => `${groupId(textIn(scene, 'resource_group_name'), scene)}/providers/${NETWORK}/networkSecurityGroups/${name}`;
const rule: ResourceKind = {
  type: 'azurerm_network_security_rule', label: 'Security Rule', version: 0, latency: { create: 700, update: 500, delete: 500 }, id: (scene) => `${securityGroupId(textIn(scene, 'network_security_group_name'), scene)}/securityRules/${textIn(scene, 'name')}`,
  attributes: {
    id, resource_group_name: resourceGroup, name: required('string', { replaces: true }), network_security_group_name: required('string', { replaces: true, refersTo: { type: 'azurerm_network_security_group', id: securityGroupId } }),
    priority: required('number', { check: between(100, 4096) }), direction: required('string', { check: oneOf('Inbound', 'Outbound') }), access: required('string', { check: oneOf('Allow', 'Deny') }), protocol: required('string', { check: oneOf('*', 'Tcp', 'Udp', 'Icmp', 'Ah', 'Esp') }),
    description: optional('string'), source_port_range: optional('string'), source_port_ranges: optional(setOf('string')), destination_port_range: optional('string'), destination_port_ranges: optional(setOf('string')),
    source_address_prefix: optional('string'), source_address_prefixes: optional(setOf('string')), destination_address_prefix: optional('string'), destination_address_prefixes: optional(setOf('string')),
  },
  blocks: { timeouts: allTimeouts },
};

const association: ResourceKind = {
  type: 'azurerm_subnet_network_security_group_association', label: 'Network Security Group Association', version: 0, latency: { create: 700, update: 500, delete: 600 }, id: (scene) => textIn(scene, 'subnet_id'),
  attributes: { id, subnet_id: required('string', { replaces: true, ...names('azurerm_subnet') }), network_security_group_id: required('string', { replaces: true, ...names('azurerm_network_security_group') }) },
  blocks: { timeouts: fewTimeouts },
};

const publicIp: ResourceKind = {
  type: 'azurerm_public_ip', label: 'Public IP Address', version: 0, latency: { create: 900, update: 600, delete: 800 }, id: idIn(`${NETWORK}/publicIPAddresses`),
  attributes: {
    ...inGroup, name: required('string', { replaces: true }), allocation_method: required('string', { check: oneOf('Static', 'Dynamic') }), sku: optional('string', { replaces: true, check: oneOf('Basic', 'Standard') }), zones: optional(setOf('string'), { replaces: true }),
    idle_timeout_in_minutes: optional('number', { default: 4 }), domain_name_label: optional('string'), ip_address: computed('string', { made: (scene) => `203.0.113.${octetOf(textIn(scene, 'name'))}` }), fqdn: computed('string'),
  },
  blocks: { timeouts: allTimeouts },
};

const privateZone: ResourceKind = {
  type: 'azurerm_private_dns_zone', label: 'Private DNS Zone', version: 0, latency: { create: 1000, update: 500, delete: 800 }, id: idIn(`${NETWORK}/privateDnsZones`),
  attributes: { id, resource_group_name: resourceGroup, name: required('string', { replaces: true }), tags, number_of_record_sets: computed('number', { made: () => 1 }), max_number_of_record_sets: computed('number', { made: () => 25_000 }) },
  blocks: { timeouts: allTimeouts },
};

const zoneId = (name: string, scene: Scene): string => `${groupId(textIn(scene, 'resource_group_name'), scene)}/providers/${NETWORK}/privateDnsZones/${name}`;
const zoneLink: ResourceKind = {
  type: 'azurerm_private_dns_zone_virtual_network_link', label: 'Private DNS Zone Virtual Network Link', version: 0, latency: { create: 1200, update: 500, delete: 900 }, id: (scene) => `${zoneId(textIn(scene, 'private_dns_zone_name'), scene)}/virtualNetworkLinks/${textIn(scene, 'name')}`,
  attributes: {
    id, resource_group_name: resourceGroup, name: required('string', { replaces: true }), private_dns_zone_name: required('string', { replaces: true, refersTo: { type: 'azurerm_private_dns_zone', id: zoneId } }),
    virtual_network_id: required('string', { replaces: true, ...names('azurerm_virtual_network') }), registration_enabled: optional('bool', { default: false }), tags,
  },
  blocks: { timeouts: allTimeouts },
};

export const networkKinds: readonly ResourceKind[] = [group, network, subnet, securityGroup, rule, association, publicIp, privateZone, zoneLink];
