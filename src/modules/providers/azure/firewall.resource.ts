import { createHash } from 'node:crypto';
import { z } from 'zod';
import { firewallArguments } from '../domain/firewall-arguments';
import { portsIn } from '../domain/port-list';
import { defineResource } from '../domain/resource-definition';
import { exposedPorts, traitsOf } from '../domain/resource-traits';
import { EVERYWHERE, sourcesIn } from '../domain/source-ranges';
import { expression } from '../domain/terraform-json';
import { GROUP_ONLY } from './resource-group';

/** Azure's rules have an order, and no two of a group the same place in it: each firewall gets one that comes from its name. */
function priorityOf(name: string, protocol: 'tcp' | 'udp'): number {
  const place = parseInt(createHash('sha256').update(name).digest('hex').slice(0, 8), 16) % 1900;
  return 200 + place * 2 + (protocol === 'udp' ? 1 : 0);
}

const inbound = z.object({
  access: z.string(), direction: z.string(), destination_port_range: z.string().nullish(), destination_port_ranges: z.array(z.string()).nullish(),
  source_address_prefix: z.string().nullish(), source_address_prefixes: z.array(z.string()).nullish(),
});

export const firewall = defineResource({
  kind: 'firewall',
  title: 'Firewall',
  description: 'Opens ports of the machines in a network; everything else stays closed',
  args: firewallArguments,
  render({ name, args, referenced }) {
    const ports = portsIn(args.ports);
    const sources = sourcesIn(args.sources);
    const protocols = (['tcp', 'udp'] as const).filter((protocol) => ports.some((port) => port.protocol === protocol));
    return {
      // Rules have no tags.
      blocks: protocols.map((protocol) => ({
        type: 'azurerm_network_security_rule', part: protocol,
        body: {
          ...GROUP_ONLY, name: `${name}-${protocol}`, network_security_group_name: referenced('network')?.guardName, priority: priorityOf(name, protocol), direction: 'Inbound', access: 'Allow',
          protocol: protocol === 'tcp' ? 'Tcp' : 'Udp', source_port_range: '*', destination_address_prefix: '*',
          destination_port_ranges: ports.filter((port) => port.protocol === protocol).map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)),
          ...(sources.includes(EVERYWHERE) ? { source_address_prefix: 'Internet' } : { source_address_prefixes: sources }),
        },
      })),
      outputs: [{ name: 'id', description: 'Id of its rule', value: expression(`azurerm_network_security_rule.${name}_${protocols[0] ?? 'tcp'}.id`) }],
    };
  },
  traits: {
    azurerm_network_security_rule: traitsOf(inbound, (rule) => {
      if (rule.access !== 'Allow' || rule.direction !== 'Inbound') return {};
      const ports = [...(rule.destination_port_ranges ?? []), ...(rule.destination_port_range ? [rule.destination_port_range] : [])];
      return { exposedPorts: exposedPorts(ports, [...(rule.source_address_prefixes ?? []), ...(rule.source_address_prefix ? [rule.source_address_prefix] : [])]) };
    }),
  },
  price: { azurerm_network_security_rule: () => ({ pricing: 'free' }) },
  example: { name: 'web', values: { network: 'main', ports: '80, 443', sources: '0.0.0.0/0' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
