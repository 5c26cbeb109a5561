import { z } from 'zod';
import { field } from '../domain/field';
import { portsIn, whyNotPorts } from '../domain/port-list';
import { defineResource } from '../domain/resource-definition';
import { sourcesIn, whyNotSources, whyTooOpen } from '../domain/source-ranges';
import { expression } from '../domain/terraform-json';
import { named } from './aws-tags';

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
  price: {},
  example: { name: 'web', values: { network: 'main', ports: '80, 443', sources: '0.0.0.0/0' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
