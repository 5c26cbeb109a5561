import { z } from 'zod';
import { firewallArguments } from '../domain/firewall-arguments';
import { portsIn } from '../domain/port-list';
import { defineResource } from '../domain/resource-definition';
import { exposedPorts, traitsOf } from '../domain/resource-traits';
import { sourcesIn } from '../domain/source-ranges';
import { expression } from '../domain/terraform-json';

const ingress = z.object({ direction: z.string().nullish(), source_ranges: z.array(z.string()).nullish(), allow: z.array(z.object({ ports: z.array(z.string()).nullish() })).nullish() });

export const firewall = defineResource({
  kind: 'firewall',
  title: 'Firewall',
  description: 'Opens ports of the machines in a network; everything else stays closed',
  args: firewallArguments,
  render({ name, args, referenced }) {
    const ports = portsIn(args.ports);
    const protocols = [...new Set(ports.map(({ protocol }) => protocol))].toSorted();
    return {
      // Firewalls have no labels.
      blocks: [{
        type: 'google_compute_firewall',
        body: {
          name, network: referenced('network')?.network, direction: 'INGRESS', priority: 1000, source_ranges: sourcesIn(args.sources), log_config: [{ metadata: 'INCLUDE_ALL_METADATA' }],
          allow: protocols.map((protocol) => ({ protocol, ports: ports.filter((port) => port.protocol === protocol).map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)) })),
        },
      }],
      outputs: [{ name: 'id', description: 'Id of the firewall', value: expression(`google_compute_firewall.${name}.id`) }],
    };
  },
  traits: {
    google_compute_firewall: traitsOf(ingress, ({ direction, source_ranges: sources, allow }) => ({
      exposedPorts: direction === 'EGRESS' ? [] : exposedPorts((allow ?? []).flatMap(({ ports }) => (ports?.length ? ports : ['*'])), sources ?? []),
    })),
  },
  price: {},
  example: { name: 'web', values: { network: 'main', ports: '80, 443', sources: '0.0.0.0/0' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
