import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource, type RenderedBlock } from '../domain/resource-definition';
import { sourcesIn, whyNotSources } from '../domain/source-ranges';
import { expression, type TerraformBody } from '../domain/terraform-json';
import { tagsOf } from './digitalocean-labels';
import { priceDroplet } from './compute-vm.price';
import { dropletSizeOf, whyNotDropletSize } from './droplet-size';
import { namesKey, whyNotKey } from './ssh-key-id';

const IMAGES = { 'debian-12': 'debian-12-x64', 'debian-13': 'debian-13-x64', 'ubuntu-22.04': 'ubuntu-22-04-x64', 'ubuntu-24.04': 'ubuntu-24-04-x64', 'rocky-9': 'rockylinux-9-x64' } as const;
const EVERYBODY = ['0.0.0.0/0', '::/0'];

export const computeVm = defineResource({
  kind: 'compute_vm',
  title: 'Virtual machine',
  description: 'A Linux Droplet behind a firewall of its own that lets in its network only',
  args: z.strictObject({
    size: field.text({ label: 'Size', help: 'small (2 GB), medium (4 GB), large (8 GB), or a Droplet size such as c-4', placeholder: 'small', ask: true, default: 'small', maxLength: 40, check: whyNotDropletSize, accepts: 'small, medium, large, or a Droplet size such as s-2vcpu-4gb' }),
    network: field.reference('vpc', { label: 'Network', help: 'A private network of this session; empty for the region\'s default network', placeholder: 'main', ask: true }),
    public_address: field.flag({ label: 'Reachable from the internet', help: 'yes lets web traffic (80, 443) in; a Droplet has a public address either way', ask: true, default: false }),
    image: field.choice({ label: 'Operating system', default: 'debian-12', choices: { 'debian-12': 'Debian 12', 'debian-13': 'Debian 13', 'ubuntu-22.04': 'Ubuntu 22.04 LTS', 'ubuntu-24.04': 'Ubuntu 24.04 LTS', 'rocky-9': 'Rocky Linux 9' } }),
    ssh_key: field.optionalText({ label: 'Public SSH key', help: 'One your account has goes by its fingerprint; without one, the web console is the way in', maxLength: 1000, check: whyNotKey, accepts: 'a line such as ssh-ed25519 AAAA… you@example, or the MD5 fingerprint of a key in your account' }),
    ssh_from: field.optionalText({ label: 'SSH from', help: 'Address ranges that may reach port 22', maxLength: 200, check: (text) => whyNotSources(text) ?? (sourcesIn(text).includes('0.0.0.0/0') ? 'is everybody: use a firewall with open_to_internet for that' : undefined), accepts: 'IPv4 ranges such as 203.0.113.7/32' }),
    backups: field.flag({ label: 'Weekly backups', default: false }),
  }),
  handles: (name) => ({ id: expression(`digitalocean_droplet.${name}.id`), urn: expression(`digitalocean_droplet.${name}.urn`) }),
  render({ name, args, region, labels, referenced }) {
    const network = referenced('network');
    const droplet = expression(`digitalocean_droplet.${name}.id`);
    // An account takes each key once: one that it has already is named, not made again.
    const isNew = args.ssh_key !== undefined && !namesKey(args.ssh_key);
    const key: readonly RenderedBlock[] = isNew ? [{ type: 'digitalocean_ssh_key', part: 'key', body: { name, public_key: args.ssh_key } }] : [];
    const tcp = (port: string, sources: readonly string[]): TerraformBody => ({ protocol: 'tcp', port_range: port, source_addresses: sources });
    return {
      blocks: [
        {
          type: 'digitalocean_droplet',
          body: {
            name, region, size: dropletSizeOf(args.size), image: IMAGES[args.image], monitoring: true, backups: args.backups, vpc_uuid: network?.id,
            ...(args.ssh_key !== undefined && { ssh_keys: [isNew ? expression(`digitalocean_ssh_key.${name}_key.id`) : args.ssh_key] }),
            tags: [...tagsOf(labels), ...(network?.tag ? [network.tag] : [])],
          },
        },
        ...key,
        {
          type: 'digitalocean_firewall', part: 'guard',
          body: {
            name: `${name}-guard`, droplet_ids: [droplet],
            inbound_rule: [
              ...(network?.range ? [{ protocol: 'tcp', port_range: '1-65535', source_addresses: [network.range] }, { protocol: 'udp', port_range: '1-65535', source_addresses: [network.range] }, { protocol: 'icmp', source_addresses: [network.range] }] : []),
              ...(args.public_address ? [tcp('80', EVERYBODY), tcp('443', EVERYBODY)] : []),
              ...(args.ssh_from === undefined ? [] : [tcp('22', sourcesIn(args.ssh_from))]),
            ],
            outbound_rule: ['tcp', 'udp', 'icmp'].map((protocol) => ({ protocol, ...(protocol !== 'icmp' && { port_range: '1-65535' }), destination_addresses: EVERYBODY })),
          },
        },
      ],
      outputs: [
        { name: 'id', description: 'Id of the machine', value: droplet },
        { name: 'private_address', description: 'Address within its network', value: expression(`digitalocean_droplet.${name}.ipv4_address_private`) },
        { name: 'public_address', description: 'Address on the internet', value: expression(`digitalocean_droplet.${name}.ipv4_address`) },
      ],
    };
  },
  price: { digitalocean_droplet: priceDroplet, digitalocean_ssh_key: () => ({ pricing: 'free' }) },
  naming: { maxLength: 57 },
  example: { name: 'web', values: { size: 'small', network: 'main', public_address: 'no' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
