import { z } from 'zod';
import { firewallArguments } from '../domain/firewall-arguments';
import { portsIn } from '../domain/port-list';
import { defineResource } from '../domain/resource-definition';
import { exposedPorts, traitsOf } from '../domain/resource-traits';
import { sourcesIn } from '../domain/source-ranges';
import { expression } from '../domain/terraform-json';
import { named } from './aws-tags';

const ingress = z.object({ ip_protocol: z.string(), from_port: z.number().nullish(), to_port: z.number().nullish(), cidr_ipv4: z.string().nullish(), cidr_ipv6: z.string().nullish() });

export const firewall = defineResource({
  kind: 'firewall',
  title: 'Firewall',
  description: 'Opens ports of the machines in a network; everything else stays closed',
  args: firewallArguments,
  render({ name, args, labels, referenced }) {
    const machines = referenced('network')?.machines;
    const rules = portsIn(args.ports).flatMap(({ protocol, from, to }) => sourcesIn(args.sources).map((source) => ({
      type: 'aws_vpc_security_group_ingress_rule',
      // Named by what it opens to whom: taking one away leaves the others alone.
      part: `${protocol}-${from}-${to}_${source.replace(/[./]/g, '-')}`,
      body: { security_group_id: machines, ip_protocol: protocol, from_port: from, to_port: to, cidr_ipv4: source, description: `Firewall ${name}`, tags: named(name, labels) },
    })));
    return { blocks: rules, outputs: [{ name: 'rule', description: 'Id of its first rule', value: expression(`aws_vpc_security_group_ingress_rule.${name}_${rules[0]?.part ?? ''}.id`) }] };
  },
  traits: {
    aws_vpc_security_group_ingress_rule: traitsOf(ingress, ({ ip_protocol: protocol, from_port: from, to_port: to, cidr_ipv4: v4, cidr_ipv6: v6 }) => ({
      exposedPorts: exposedPorts([protocol === '-1' || from == null ? '*' : `${from}-${to ?? from}`], [v4, v6].filter((range) => range != null)),
    })),
  },
  price: {},
  example: { name: 'web', values: { network: 'main', ports: '80, 443', sources: '0.0.0.0/0' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
