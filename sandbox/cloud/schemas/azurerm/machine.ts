import { block, computed, listBlock, listOf, oneBlock, optional, optionalComputed, required, setBlock, setOf } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { between, matches, oneOf, vmSize } from './checks';
import { allTimeouts, id, idIn, inGroup, names, octetOf, textIn, uuidOf } from './common-attributes';

const DISK_TYPES = oneOf('Premium_LRS', 'Premium_ZRS', 'StandardSSD_LRS', 'StandardSSD_ZRS', 'Standard_LRS', 'UltraSSD_LRS', 'PremiumV2_LRS');

const card: ResourceKind = {
  type: 'azurerm_network_interface', label: 'Network Interface', version: 0, latency: { create: 1000, update: 700, delete: 800 }, id: idIn('Microsoft.Network/networkInterfaces'),
  attributes: {
    ...inGroup, name: required('string', { replaces: true }), accelerated_networking_enabled: optional('bool', { default: false }), ip_forwarding_enabled: optional('bool', { default: false }), dns_servers: optional(listOf('string')),
    private_ip_address: computed('string', { made: (scene) => `10.10.0.${octetOf(textIn(scene, 'name'))}` }), private_ip_addresses: computed(listOf('string'), { made: (scene) => [textIn(scene, 'private_ip_address')] }), mac_address: computed('string', { made: () => '00-0D-3A-00-00-01' }),
    virtual_machine_id: computed('string'), applied_dns_servers: computed(listOf('string')), internal_domain_name_suffix: computed('string'),
  },
  blocks: {
    ip_configuration: listBlock(block({
      name: required('string'), subnet_id: optional('string', names('azurerm_subnet')), private_ip_address_allocation: required('string', { check: oneOf('Dynamic', 'Static') }), public_ip_address_id: optional('string', names('azurerm_public_ip')),
      private_ip_address: optionalComputed('string', { made: (scene) => `10.10.0.${octetOf(textIn(scene, 'name'))}` }), primary: optionalComputed('bool', { made: () => true }), private_ip_address_version: optional('string'),
    }), { min: 1 }),
    timeouts: allTimeouts,
  },
};

const machine: ResourceKind = {
  type: 'azurerm_linux_virtual_machine', label: 'Linux Virtual Machine', version: 0, latency: { create: 4000, update: 2000, delete: 2500 }, id: idIn('Microsoft.Compute/virtualMachines'),
  validate: (config) => (config.disable_password_authentication === true && Array.isArray(config.admin_ssh_key) && config.admin_ssh_key.length === 0 ? ['at least one `admin_ssh_key` must be specified when `disable_password_authentication` is set to `true`'] : []),
  attributes: {
    ...inGroup, name: required('string', { replaces: true, check: matches(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/, 'a name of a machine') }), size: required('string', { check: vmSize }), zone: optional('string', { replaces: true, check: oneOf('1', '2', '3') }), network_interface_ids: required(listOf('string')),
    admin_username: optional('string', { replaces: true }), disable_password_authentication: optionalComputed('bool', { replaces: true }), secure_boot_enabled: optional('bool', { replaces: true }), vtpm_enabled: optional('bool', { replaces: true }),
    computer_name: optionalComputed('string', { replaces: true, made: (scene) => textIn(scene, 'name') }), custom_data: optional('string', { replaces: true, sensitive: true }), extensions_time_budget: optional('string', { default: 'PT1H30M' }), max_bid_price: optional('number', { default: -1 }),
    patch_mode: optionalComputed('string', { made: () => 'ImageDefault' }), provision_vm_agent: optionalComputed('bool', { replaces: true, made: () => true }), allow_extension_operations: optionalComputed('bool', { made: () => true }),
    private_ip_address: computed('string', { made: (scene) => `10.10.0.${octetOf(textIn(scene, 'name'))}` }), public_ip_address: computed('string'), virtual_machine_id: computed('string', { made: (scene) => uuidOf(textIn(scene, 'id')) }),
  },
  blocks: {
    admin_ssh_key: setBlock(block({ username: required('string'), public_key: required('string', { check: matches(/^(ssh-rsa|ssh-ed25519) \S+/, 'an RSA or ED25519 public key') }) })),
    os_disk: oneBlock(block({ caching: required('string', { check: oneOf('None', 'ReadOnly', 'ReadWrite') }), storage_account_type: optionalComputed('string', { check: DISK_TYPES }), disk_size_gb: optionalComputed('number'), name: optionalComputed('string', { made: () => 'osdisk' }), id: computed('string'), write_accelerator_enabled: optional('bool') }), { min: 1 }),
    source_image_reference: oneBlock(block({ publisher: required('string'), offer: required('string'), sku: required('string'), version: required('string') })),
    identity: oneBlock(block({ type: required('string', { check: oneOf('SystemAssigned', 'UserAssigned', 'SystemAssigned, UserAssigned') }), identity_ids: optional(setOf('string')), principal_id: computed('string', { made: () => uuidOf('principal') }), tenant_id: computed('string', { made: () => uuidOf('tenant') }) })),
    timeouts: allTimeouts,
  },
};

const disk: ResourceKind = {
  type: 'azurerm_managed_disk', label: 'Managed Disk', version: 1, latency: { create: 1200, update: 900, delete: 900 }, id: idIn('Microsoft.Compute/disks'),
  attributes: {
    ...inGroup, name: required('string', { replaces: true }), create_option: required('string', { replaces: true, check: oneOf('Empty', 'Copy', 'FromImage', 'Import', 'ImportSecure', 'Restore', 'Upload') }), storage_account_type: required('string', { check: DISK_TYPES }), disk_size_gb: optionalComputed('number'),
    zone: optional('string', { replaces: true, check: oneOf('1', '2', '3') }), network_access_policy: optional('string', { check: oneOf('AllowAll', 'AllowPrivate', 'DenyAll') }), public_network_access_enabled: optional('bool', { default: true }), optimized_frequent_attach_enabled: optional('bool', { default: false }),
    performance_plus_enabled: optional('bool', { replaces: true, default: false }), tier: optionalComputed('string', { made: () => 'P4' }),
  },
  blocks: { timeouts: allTimeouts },
};

const attachment: ResourceKind = {
  type: 'azurerm_virtual_machine_data_disk_attachment', label: 'Data Disk Attachment', version: 0, latency: { create: 1500, update: 800, delete: 1200 }, id: (scene) => `${textIn(scene, 'virtual_machine_id')}/dataDisks/${textIn(scene, 'managed_disk_id').split('/').at(-1) ?? ''}`,
  attributes: {
    id, managed_disk_id: required('string', { replaces: true, ...names('azurerm_managed_disk') }), virtual_machine_id: required('string', { replaces: true, ...names('azurerm_linux_virtual_machine') }), lun: required('number', { replaces: true, check: between(0, 63) }),
    caching: required('string', { check: oneOf('None', 'ReadOnly', 'ReadWrite') }), create_option: optional('string', { replaces: true }), write_accelerator_enabled: optional('bool', { default: false }),
  },
  blocks: { timeouts: allTimeouts },
};

export const machineKinds: readonly ResourceKind[] = [card, machine, disk, attachment];
