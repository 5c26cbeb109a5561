import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource, type RenderedOutput } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';
import { priceInstance } from './compute-vm.price';
import { machineTypeOf, whyNotSize } from './machine-type';

/** Google's public image families, newest of each by name. */
const IMAGES = {
  'debian-12': 'debian-cloud/debian-12',
  'debian-13': 'debian-cloud/debian-13',
  'ubuntu-22.04': 'ubuntu-os-cloud/ubuntu-2204-lts',
  'ubuntu-24.04': 'ubuntu-os-cloud/ubuntu-2404-lts-amd64',
  'rocky-9': 'rocky-linux-cloud/rocky-linux-9',
} as const;

export const computeVm = defineResource({
  kind: 'compute_vm',
  title: 'Virtual machine',
  description: 'A shielded Linux machine, private unless you ask for a public address',
  args: z.strictObject({
    size: field.text({
      label: 'Size', help: 'small (2 GB), medium (4 GB), large (8 GB), or a machine type such as n2-standard-4', placeholder: 'small',
      ask: true, default: 'small', maxLength: 40, check: whyNotSize, accepts: 'small, medium, large, or a machine type such as e2-standard-2',
    }),
    image: field.choice({
      label: 'Operating system', default: 'debian-12',
      choices: { 'debian-12': 'Debian 12', 'debian-13': 'Debian 13', 'ubuntu-22.04': 'Ubuntu 22.04 LTS', 'ubuntu-24.04': 'Ubuntu 24.04 LTS', 'rocky-9': 'Rocky Linux 9' },
    }),
    network: field.reference('vpc', { label: 'Network', help: 'A private network of this session; empty for the project\'s default network', placeholder: 'main', ask: true }),
    public_address: field.flag({ label: 'Public address', help: 'yes gives it an address on the internet; firewalls still apply', ask: true, default: false }),
    subnet: field.reference('subnet', { label: 'Subnet', help: 'In place of the network\'s own' }),
    service_account: field.reference('service_account', { label: 'Service account', help: 'What the machine may do in the project' }),
    zone: field.zone({ label: 'Zone', help: 'Empty for the first zone of the region', placeholder: 'us-central1-a' }),
    disk_gb: field.number({ label: 'Boot disk in GB', min: 20, max: 2048, default: 20, unit: 'GB' }),
    disk_type: field.choice({ label: 'Boot disk type', choices: { 'pd-standard': 'Standard (HDD)', 'pd-balanced': 'Balanced (SSD)', 'pd-ssd': 'Performance (SSD)' }, default: 'pd-balanced' }),
  }),
  handles: (name) => ({ id: expression(`google_compute_instance.${name}.id`), link: expression(`google_compute_instance.${name}.self_link`), zone: expression(`google_compute_instance.${name}.zone`) }),
  render({ name, args, zones, labels, referenced }) {
    const subnetwork = referenced('subnet')?.subnetwork ?? referenced('network')?.subnetwork;
    const email = referenced('service_account')?.email;
    const address = `google_compute_instance.${name}`;
    const publicAddress: RenderedOutput = { name: 'public_address', description: 'Address on the internet', value: expression(`${address}.network_interface[0].access_config[0].nat_ip`) };
    return {
      blocks: [{
        type: 'google_compute_instance',
        body: {
          name, labels, zone: args.zone ?? zones[0], machine_type: machineTypeOf(args.size),
          // A new size stops the machine for a moment; without this Terraform refuses to.
          allow_stopping_for_update: true,
          boot_disk: [{ auto_delete: true, initialize_params: [{ image: IMAGES[args.image], size: args.disk_gb, type: args.disk_type }] }],
          network_interface: [{
            ...(subnetwork ? { subnetwork } : { network: 'default' }),
            ...(args.public_address && { access_config: [{ network_tier: 'PREMIUM' }] }),
          }],
          // People sign in with their own Google account; keys put on the whole project do not open it.
          metadata: { 'enable-oslogin': 'TRUE', 'block-project-ssh-keys': 'TRUE', 'serial-port-enable': 'FALSE' },
          shielded_instance_config: [{ enable_secure_boot: true, enable_vtpm: true, enable_integrity_monitoring: true }],
          // Without one the machine has no account, so no rights over the project; with one, its roles are what it may do.
          ...(email && { service_account: [{ email, scopes: ['cloud-platform'] }] }),
          // Disks that are attached from outside are not the machine's to take away.
          lifecycle: [{ ignore_changes: ['attached_disk'] }],
        },
      }],
      outputs: [
        { name: 'id', description: 'Id of the machine', value: expression(`${address}.id`) },
        { name: 'private_address', description: 'Address within its network', value: expression(`${address}.network_interface[0].network_ip`) },
        ...(args.public_address ? [publicAddress] : []),
      ],
    };
  },
  price: { google_compute_instance: priceInstance },
  example: {
    name: 'web',
    values: { size: 'small', image: 'debian-12', network: 'main', public_address: 'no' },
    alongside: [{ kind: 'vpc', name: 'main', values: { ranges: '10.10.0.0/20' } }],
  },
});
