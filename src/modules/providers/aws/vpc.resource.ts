import { z } from 'zod';
import { rangesIn, whyNotRanges } from '../domain/address-range';
import { field } from '../domain/field';
import { defineResource, type RenderedBlock } from '../domain/resource-definition';
import { sixteenthOf } from '../domain/split-range';
import { expression } from '../domain/terraform-json';
import { named } from './aws-tags';

const whyNotRange = (text: string): string | undefined => {
  if (rangesIn(text).length > 1) return 'is more than one range';
  const prefix = Number(text.split('/')[1]);
  return whyNotRanges(text) ?? (prefix < 16 || prefix > 24 ? 'is not between /16 and /24' : undefined);
};

export const vpc = defineResource({
  kind: 'vpc',
  title: 'Private network',
  description: 'A network of your own in two zones, with public and private subnets',
  args: z.strictObject({
    range: field.text({ label: 'Address range', help: 'A private range in CIDR notation, /16 to /24', placeholder: '10.10.0.0/16', ask: true, default: '10.10.0.0/16', maxLength: 18, check: whyNotRange, accepts: 'a private range such as 10.10.0.0/16' }),
    nat: field.flag({ label: 'Way out for private machines', help: 'yes adds a NAT gateway, which costs by the hour', ask: true, default: false }),
  }),
  handles: (name) => ({
    id: expression(`aws_vpc.${name}.id`),
    publicSubnet: expression(`aws_subnet.${name}_public_1.id`),
    publicSubnet2: expression(`aws_subnet.${name}_public_2.id`),
    privateSubnet: expression(`aws_subnet.${name}_private_1.id`),
    privateSubnet2: expression(`aws_subnet.${name}_private_2.id`),
    privateRoutes: expression(`aws_route_table.${name}_private.id`),
    machines: expression(`aws_security_group.${name}_machines.id`),
  }),
  render({ name, args, zones, labels }) {
    const id = expression(`aws_vpc.${name}.id`);
    const subnet = (part: string, at: number, zone: string | undefined, isPublic: boolean): readonly RenderedBlock[] => [
      // Even in a public subnet a machine gets a public address only where it asks for one.
      { type: 'aws_subnet', part, body: { vpc_id: id, cidr_block: sixteenthOf(args.range, at), availability_zone: zone, map_public_ip_on_launch: false, tags: named(`${name}-${part.replace('_', '-')}`, labels) } },
      { type: 'aws_route_table_association', part, body: { subnet_id: expression(`aws_subnet.${name}_${part}.id`), route_table_id: expression(`aws_route_table.${name}_${isPublic ? 'public' : 'private'}.id`) } },
    ];
    const nat: readonly RenderedBlock[] = [
      { type: 'aws_eip', part: 'nat', body: { domain: 'vpc', tags: named(`${name}-nat`, labels) } },
      { type: 'aws_nat_gateway', part: 'nat', body: { allocation_id: expression(`aws_eip.${name}_nat.id`), subnet_id: expression(`aws_subnet.${name}_public_1.id`), connectivity_type: 'public', tags: named(name, labels) } },
      { type: 'aws_route', part: 'nat', body: { route_table_id: expression(`aws_route_table.${name}_private.id`), destination_cidr_block: '0.0.0.0/0', nat_gateway_id: expression(`aws_nat_gateway.${name}_nat.id`) } },
    ];
    const machines = expression(`aws_security_group.${name}_machines.id`);
    return {
      blocks: [
        { type: 'aws_vpc', body: { cidr_block: args.range, enable_dns_support: true, enable_dns_hostnames: true, tags: named(name, labels) } },
        { type: 'aws_internet_gateway', body: { vpc_id: id, tags: named(name, labels) } },
        { type: 'aws_route_table', part: 'public', body: { vpc_id: id, tags: named(`${name}-public`, labels) } },
        { type: 'aws_route_table', part: 'private', body: { vpc_id: id, tags: named(`${name}-private`, labels) } },
        { type: 'aws_route', part: 'internet', body: { route_table_id: expression(`aws_route_table.${name}_public.id`), destination_cidr_block: '0.0.0.0/0', gateway_id: expression(`aws_internet_gateway.${name}.id`) } },
        ...subnet('public_1', 0, zones[0], true), ...subnet('public_2', 1, zones[1], true), ...subnet('private_1', 2, zones[0], false), ...subnet('private_2', 3, zones[1], false),
        ...(args.nat ? nat : []),
        // What the network's machines have in common: they reach out and each other, and firewalls open ports in it.
        { type: 'aws_security_group', part: 'machines', body: { name: `${name}-machines`, description: 'Machines of the network', vpc_id: id, tags: named(`${name}-machines`, labels) } },
        { type: 'aws_vpc_security_group_egress_rule', part: 'out', body: { security_group_id: machines, ip_protocol: '-1', cidr_ipv4: '0.0.0.0/0', description: 'Everywhere', tags: labels } },
        { type: 'aws_vpc_security_group_ingress_rule', part: 'among', body: { security_group_id: machines, ip_protocol: '-1', referenced_security_group_id: machines, description: 'Among each other', tags: labels } },
      ],
      outputs: [{ name: 'id', description: 'Id of the network', value: id }],
    };
  },
  price: {
    aws_vpc: () => ({ pricing: 'free' }),
    aws_internet_gateway: () => ({ pricing: 'free' }),
    aws_route_table: () => ({ pricing: 'free' }),
    aws_route_table_association: () => ({ pricing: 'free' }),
    aws_route: () => ({ pricing: 'free' }),
    aws_subnet: () => ({ pricing: 'free' }),
    aws_security_group: () => ({ pricing: 'free' }),
    aws_vpc_security_group_egress_rule: () => ({ pricing: 'free' }),
    aws_vpc_security_group_ingress_rule: () => ({ pricing: 'free' }),
    aws_eip: () => ({ pricing: 'components', components: [{ label: 'Public address', sku: 'address/public', region: 'global', quantity: 1, unit: 'hour' }] }),
    aws_nat_gateway: (_values, { region }) => ({
      pricing: 'components',
      components: [
        { label: 'NAT gateway', sku: 'network/nat-gateway', region, quantity: 1, unit: 'hour' },
        { label: 'Data processed', sku: 'network/nat-data', region: 'global', quantity: 0, unit: 'gb_month', assumption: 'billed by use; none is counted' },
      ],
    }),
  },
  naming: { maxLength: 40, refuse: (name) => (name.startsWith('sg-') ? 'begins like Amazon\'s own ids' : undefined) },
  example: { name: 'main', values: { range: '10.10.0.0/16', nat: 'yes' } },
});
