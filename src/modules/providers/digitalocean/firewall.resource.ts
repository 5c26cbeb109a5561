import { z } from 'zod';
import { firewallArguments } from '../domain/firewall-arguments';
import { portsIn } from '../domain/port-list';
import { defineResource } from '../domain/resource-definition';
import { exposedPorts, traitsOf } from '../domain/resource-traits';
import { sourcesIn } from '../domain/source-ranges';
import { expression } from '../domain/terraform-json';

const inbound = z.object({ inbound_rule: z.array(z.object({ port_range: z.string().nullish(), source_addresses: z.array(z.string()).nullish() })).nullish() });

export const firewall = defineResource({
  kind: 'firewall',
  title: 'Firewall',
  description: 'Opens ports of the machines in a network; everything else stays closed',
  args: firewallArguments,
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
  traits: {
    digitalocean_firewall: traitsOf(inbound, ({ inbound_rule: rules }) => ({
      exposedPorts: [...new Set((rules ?? []).flatMap(({ port_range: port, source_addresses: sources }) => exposedPorts([port ?? '*'], sources ?? [])))],
    })),
  },
  price: { digitalocean_firewall: () => ({ pricing: 'free' }) },
  example: { name: 'web', values: { network: 'main', ports: '80, 443', sources: '0.0.0.0/0' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
