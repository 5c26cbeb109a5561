import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource, type RenderedBlock, type RenderedOutput } from '../domain/resource-definition';
import { traitsOf } from '../domain/resource-traits';
import { whyNotPublicKey } from '../domain/ssh-key';
import { expression } from '../domain/terraform-json';
import { named } from './aws-tags';
import { priceInstance, priceTemplate } from './compute-vm.price';
import { instanceTypeOf, whyNotInstanceType } from './instance-type';

/** The newest image of each system, which Amazon finds by this parameter when the machine starts, and the name of its root disk. */
const IMAGES = {
  'debian-12': { parameter: '/aws/service/debian/release/12/latest/amd64', root: '/dev/xvda' },
  'debian-13': { parameter: '/aws/service/debian/release/13/latest/amd64', root: '/dev/xvda' },
  'ubuntu-22.04': { parameter: '/aws/service/canonical/ubuntu/server/22.04/stable/current/amd64/hvm/ebs-gp2/ami-id', root: '/dev/sda1' },
  'ubuntu-24.04': { parameter: '/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id', root: '/dev/sda1' },
  'amazon-linux-2023': { parameter: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64', root: '/dev/xvda' },
} as const;

export const computeVm = defineResource({
  kind: 'compute_vm',
  title: 'Virtual machine',
  description: 'A Linux machine with an encrypted disk, private unless you ask for a public address',
  args: z.strictObject({
    size: field.text({ label: 'Size', help: 'small (2 GB), medium (4 GB), large (8 GB), or an instance type such as m7i.large', placeholder: 'small', ask: true, default: 'small', maxLength: 40, check: whyNotInstanceType, accepts: 'small, medium, large, or an instance type such as m7i.large' }),
    network: field.reference('vpc', { label: 'Network', help: 'A private network of this session; empty for the account\'s default network', placeholder: 'main', ask: true }),
    public_address: field.flag({ label: 'Public address', help: 'yes gives it an address on the internet; firewalls still apply', ask: true, default: false }),
    image: field.choice({ label: 'Operating system', default: 'debian-12', choices: { 'debian-12': 'Debian 12', 'debian-13': 'Debian 13', 'ubuntu-22.04': 'Ubuntu 22.04 LTS', 'ubuntu-24.04': 'Ubuntu 24.04 LTS', 'amazon-linux-2023': 'Amazon Linux 2023' } }),
    subnet: field.reference('subnet', { label: 'Subnet', help: 'In place of the network\'s own' }),
    service_account: field.reference('service_account', { label: 'Service account', help: 'What the machine may do in the account' }),
    ssh_key: field.optionalText({ label: 'Public SSH key', maxLength: 1000, check: whyNotPublicKey, accepts: 'a line such as ssh-ed25519 AAAA… you@example' }),
    disk_gb: field.number({ label: 'Root disk in GB', min: 8, max: 2048, default: 20, unit: 'GB' }),
    disk_type: field.choice({ label: 'Root disk type', choices: { gp3: 'General purpose (gp3)', gp2: 'General purpose (gp2)' }, default: 'gp3' }),
  }).superRefine(({ network, subnet, public_address: isPublic }, context) => {
    if (subnet !== undefined && network === undefined) context.addIssue({ code: 'custom', message: 'Subnet: name the network it is part of as well.' });
    if (subnet !== undefined && isPublic) context.addIssue({ code: 'custom', message: 'Subnet: those you add are private. Leave it out for a machine with a public address.' });
  }),
  handles: (name) => ({ id: expression(`aws_instance.${name}.id`), zone: expression(`aws_instance.${name}.availability_zone`) }),
  render({ name, args, labels, referenced, zones }) {
    const network = referenced('network');
    const { parameter, root } = IMAGES[args.image];
    const tags = named(name, labels);
    const key: readonly RenderedBlock[] = args.ssh_key === undefined ? [] : [{ type: 'aws_key_pair', body: { key_name_prefix: `${name}-`, public_key: args.ssh_key, tags } }];
    const publicAddress: RenderedOutput = { name: 'public_address', description: 'Address on the internet', value: expression(`aws_instance.${name}.public_ip`) };
    return {
      blocks: [
        {
          type: 'aws_launch_template',
          body: {
            name_prefix: `${name}-`, image_id: `resolve:ssm:${parameter}`, update_default_version: true, tags,
            block_device_mappings: [{ device_name: root, ebs: [{ volume_size: args.disk_gb, volume_type: args.disk_type, encrypted: 'true', delete_on_termination: 'true' }] }],
            // Version 2 of the metadata service only: a request has to come from the machine itself.
            metadata_options: [{ http_endpoint: 'enabled', http_tokens: 'required', http_put_response_hop_limit: 1 }],
            tag_specifications: [{ resource_type: 'volume', tags }],
          },
        },
        ...key,
        {
          type: 'aws_instance',
          body: {
            instance_type: instanceTypeOf(args.size), associate_public_ip_address: args.public_address, tags,
            ...(network ? { subnet_id: referenced('subnet')?.id ?? (args.public_address ? network.publicSubnet : network.privateSubnet), vpc_security_group_ids: [network.machines] } : { availability_zone: zones[0] }),
            ...(args.ssh_key !== undefined && { key_name: expression(`aws_key_pair.${name}.key_name`) }),
            iam_instance_profile: referenced('service_account')?.profile,
            launch_template: [{ id: expression(`aws_launch_template.${name}.id`), version: '$Latest' }],
            // Said here as well, for whoever reads the plan.
            metadata_options: [{ http_endpoint: 'enabled', http_tokens: 'required', http_put_response_hop_limit: 1 }],
          },
        },
      ],
      outputs: [
        { name: 'id', description: 'Id of the machine', value: expression(`aws_instance.${name}.id`) },
        { name: 'private_address', description: 'Address within its network', value: expression(`aws_instance.${name}.private_ip`) },
        ...(args.public_address ? [publicAddress] : []),
      ],
    };
  },
  traits: {
    aws_instance: traitsOf(z.object({ root_block_device: z.array(z.object({ encrypted: z.boolean().nullish() })).min(1) }), ({ root_block_device: disks }) => ({ isEncrypted: disks.every(({ encrypted }) => encrypted === true) })),
  },
  price: { aws_instance: priceInstance, aws_launch_template: priceTemplate, aws_key_pair: () => ({ pricing: 'free' }) },
  naming: { maxLength: 60 },
  example: { name: 'web', values: { size: 'small', network: 'main', public_address: 'no' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
