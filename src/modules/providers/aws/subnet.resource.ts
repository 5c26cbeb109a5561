import { z } from 'zod';
import { rangesIn, whyNotRanges } from '../domain/address-range';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';
import { named } from './aws-tags';

const whyNotRange = (text: string): string | undefined => {
  if (rangesIn(text).length > 1) return 'is more than one range';
  const prefix = Number(text.split('/')[1]);
  return whyNotRanges(text) ?? (prefix < 16 || prefix > 28 ? 'is not between /16 and /28' : undefined);
};

export const subnet = defineResource({
  kind: 'subnet',
  title: 'Subnet',
  description: 'One more private part of a network, in a zone of your choice',
  args: z.strictObject({
    network: field.requiredReference('vpc', { label: 'Network', help: 'The network it is part of', placeholder: 'main', ask: true }),
    range: field.text({ label: 'Address range', help: 'Within the network\'s range, and free there', placeholder: '10.10.128.0/20', ask: true, default: '10.10.128.0/20', maxLength: 18, check: whyNotRange, accepts: 'a private range such as 10.10.128.0/20' }),
    zone: field.zone({ label: 'Zone', help: 'Empty for the first zone of the region', placeholder: 'us-east-1a', ask: true }),
  }),
  handles: (name) => ({ id: expression(`aws_subnet.${name}.id`) }),
  render: ({ name, args, zones, labels, referenced }) => {
    const network = referenced('network');
    return {
      blocks: [
        { type: 'aws_subnet', body: { vpc_id: network?.id, cidr_block: args.range, availability_zone: args.zone ?? zones[0], map_public_ip_on_launch: false, tags: named(name, labels) } },
        { type: 'aws_route_table_association', body: { subnet_id: expression(`aws_subnet.${name}.id`), route_table_id: network?.privateRoutes } },
      ],
      outputs: [{ name: 'id', description: 'Id of the subnet', value: expression(`aws_subnet.${name}.id`) }],
    };
  },
  price: {},
  example: { name: 'batch', values: { network: 'main', range: '10.10.128.0/20' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
