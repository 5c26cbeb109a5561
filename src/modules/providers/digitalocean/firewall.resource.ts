import { z } from 'zod';
import { field } from '../domain/field';
import { portsIn, whyNotPorts } from '../domain/port-list';
import { defineResource } from '../domain/resource-definition';
import { sourcesIn, whyNotSources, whyTooOpen } from '../domain/source-ranges';
import { expression } from '../domain/terraform-json';

export const firewall = defineResource({
  kind: 'firewall',
  title: 'Firewall',
  description: 'Opens ports of the machines in a network; everything else stays closed',
  args: z.strictObject({
    network: field.requiredReference('vpc', { label: 'Network', help: 'The machines in this network', placeholder: 'main', ask: true }),
    ports: field.text({ label: 'Ports', help: 'Open ports, separated by commas; TCP unless it says udp:', placeholder: '80, 443, udp:53', ask: true, default: '80, 443', maxLength: 200, check: whyNotPorts, accepts: 'ports such as 443, 8000-8010, udp:53' }),
    sources: field.text({ label: 'Sources', help: 'Address ranges that may connect; 0.0.0.0/0 is everybody', placeholder: '203.0.113.0/24', ask: true, default: '10.0.0.0/8', maxLength: 400, check: whyNotSources, accepts: 'IPv4 ranges such as 203.0.113.0/24, separated by commas' }),
    open_to_internet: field.flag({ label: 'Open SSH or databases to the internet', default: false }),
  }).superRefine(({ ports, sources, open_to_internet: confirmed }, context) => {
    const reason = confirmed ? undefined : whyTooOpen(ports, sources);
    if (reason !== undefined) context.addIssue({ code: 'custom', message: reason });
  }),
  render: ({ name, args, referenced }) => ({
    // Firewalls have no tags of their own: these say which machines it is for.
    blocks: [{
      type: 'digitalocean_firewall',
      body: {
        name,
        tags: [referenced('network')?.tag],
        inbound_rule: portsIn(args.ports).map(({ protocol, from, to }) => ({ protocol, port_range: from === to ? String(from) : `${from}-${to}`, source_addresses: sourcesIn(args.sources) })),
      },
    }],
    outputs: [{ name: 'id', description: 'Id of the firewall', value: expression(`digitalocean_firewall.${name}.id`) }],
  }),
  price: { digitalocean_firewall: () => ({ pricing: 'free' }) },
  example: { name: 'web', values: { network: 'main', ports: '80, 443', sources: '0.0.0.0/0' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
