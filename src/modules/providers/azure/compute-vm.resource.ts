import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource, type RenderedBlock, type RenderedOutput } from '../domain/resource-definition';
import { whyNotPublicKey } from '../domain/ssh-key';
import { expression } from '../domain/terraform-json';
import { priceAddress, priceMachine } from './compute-vm.price';
import { nobodysKey } from './nobodys-key';
import { IN_GROUP } from './resource-group';
import { vmSizeOf, whyNotVmSize } from './vm-size';

/** Second-generation images, which start with secure boot. */
const IMAGES = {
  'debian-12': { publisher: 'Debian', offer: 'debian-12', sku: '12-gen2', version: 'latest' },
  'ubuntu-22.04': { publisher: 'Canonical', offer: '0001-com-ubuntu-server-jammy', sku: '22_04-lts-gen2', version: 'latest' },
  'ubuntu-24.04': { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' },
} as const;

const ADMIN = 'cloudadmin';

export const computeVm = defineResource({
  kind: 'compute_vm',
  title: 'Virtual machine',
  description: 'A Linux machine with secure boot, private unless you ask for a public address',
  args: z.strictObject({
    size: field.text({ label: 'Size', help: 'small (2 GB), medium (4 GB), large (8 GB), or a size such as Standard_D2s_v5', placeholder: 'small', ask: true, default: 'small', maxLength: 40, check: whyNotVmSize, accepts: 'small, medium, large, or a size such as Standard_D2s_v5' }),
    network: field.requiredReference('vpc', { label: 'Network', help: 'A private network of this session', placeholder: 'main', ask: true }),
    public_address: field.flag({ label: 'Public address', help: 'yes gives it an address on the internet; firewalls still apply', ask: true, default: false }),
    image: field.choice({ label: 'Operating system', default: 'debian-12', choices: { 'debian-12': 'Debian 12', 'ubuntu-22.04': 'Ubuntu 22.04 LTS', 'ubuntu-24.04': 'Ubuntu 24.04 LTS' } }),
    subnet: field.reference('subnet', { label: 'Subnet', help: 'In place of the network\'s own' }),
    service_account: field.reference('service_account', { label: 'Service account', help: 'What the machine may do in the subscription' }),
    ssh_key: field.optionalText({ label: 'Public SSH key', help: 'Without one, Run Command is the way in', maxLength: 1000, check: whyNotPublicKey, accepts: 'a line such as ssh-ed25519 AAAA… you@example' }),
    zone: field.zone({ label: 'Zone', help: 'Empty for the first zone of the region', placeholder: '1' }),
    disk_gb: field.number({ label: 'System disk in GB', min: 30, max: 2048, default: 32, unit: 'GB' }),
    disk_type: field.choice({ label: 'System disk type', choices: { Premium_LRS: 'Premium (SSD)', StandardSSD_LRS: 'Standard (SSD)', Standard_LRS: 'Standard (HDD)' }, default: 'Premium_LRS' }),
  }),
  handles: (name) => ({ id: expression(`azurerm_linux_virtual_machine.${name}.id`), zone: expression(`azurerm_linux_virtual_machine.${name}.zone`), card: expression(`azurerm_network_interface.${name}.id`) }),
  render({ name, args, zones, labels, referenced }) {
    const zone = args.zone ?? zones[0];
    const identity = referenced('service_account')?.identity;
    const address: readonly RenderedBlock[] = [{ type: 'azurerm_public_ip', body: { ...IN_GROUP, name, allocation_method: 'Static', sku: 'Standard', ...(zone !== undefined && { zones: [zone] }), tags: labels } }];
    const publicAddress: RenderedOutput = { name: 'public_address', description: 'Address on the internet', value: expression(`azurerm_public_ip.${name}.ip_address`) };
    return {
      blocks: [
        ...(args.public_address ? address : []),
        {
          type: 'azurerm_network_interface',
          body: {
            ...IN_GROUP, name, tags: labels,
            ip_configuration: [{ name: 'internal', subnet_id: referenced('subnet')?.id ?? referenced('network')?.machines, private_ip_address_allocation: 'Dynamic', ...(args.public_address && { public_ip_address_id: expression(`azurerm_public_ip.${name}.id`) }) }],
          },
        },
        {
          type: 'azurerm_linux_virtual_machine',
          body: {
            ...IN_GROUP, name, size: vmSizeOf(args.size), zone, network_interface_ids: [expression(`azurerm_network_interface.${name}.id`)], tags: labels,
            admin_username: ADMIN, disable_password_authentication: true, admin_ssh_key: [{ username: ADMIN, public_key: args.ssh_key ?? nobodysKey() }],
            secure_boot_enabled: true, vtpm_enabled: true, source_image_reference: [IMAGES[args.image]],
            os_disk: [{ caching: 'ReadWrite', storage_account_type: args.disk_type, disk_size_gb: args.disk_gb }],
            identity: [identity ? { type: 'UserAssigned', identity_ids: [identity] } : { type: 'SystemAssigned' }],
          },
        },
      ],
      outputs: [
        { name: 'id', description: 'Id of the machine', value: expression(`azurerm_linux_virtual_machine.${name}.id`) },
        { name: 'private_address', description: 'Address within its network', value: expression(`azurerm_linux_virtual_machine.${name}.private_ip_address`) },
        ...(args.public_address ? [publicAddress] : []),
      ],
    };
  },
  price: { azurerm_linux_virtual_machine: priceMachine, azurerm_network_interface: () => ({ pricing: 'free' }), azurerm_public_ip: priceAddress },
  example: { name: 'web', values: { size: 'small', network: 'main', public_address: 'no' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
