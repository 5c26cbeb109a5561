import { z } from 'zod';
import { rangesIn, whyNotRanges } from '../domain/address-range';
import { field } from '../domain/field';
import { defineResource, type RenderedBlock } from '../domain/resource-definition';
import { sixteenthOf } from '../domain/split-range';
import { expression, type TerraformBody } from '../domain/terraform-json';
import { GROUP_ONLY, IN_GROUP } from './resource-group';

const whyNotRange = (text: string): string | undefined => {
  if (rangesIn(text).length > 1) return 'is more than one range';
  const prefix = Number(text.split('/')[1]);
  return whyNotRanges(text) ?? (prefix < 16 || prefix > 24 ? 'is not between /16 and /24' : undefined);
};

/** What Azure's PostgreSQL needs of the subnet it stands in. */
const FOR_POSTGRES: TerraformBody = { delegation: [{ name: 'postgres', service_delegation: [{ name: 'Microsoft.DBforPostgreSQL/flexibleServers', actions: ['Microsoft.Network/virtualNetworks/subnets/join/action'] }] }] };

export const vpc = defineResource({
  kind: 'vpc',
  title: 'Private network',
  description: 'A network of your own, closed to the outside, with subnets for each service',
  args: z.strictObject({
    range: field.text({ label: 'Address range', help: 'A private range in CIDR notation, /16 to /24', placeholder: '10.10.0.0/16', ask: true, default: '10.10.0.0/16', maxLength: 18, check: whyNotRange, accepts: 'a private range such as 10.10.0.0/16' }),
    nat: field.flag({ label: 'Way out for private machines', help: 'yes lets machines without a public address reach the internet', ask: true, default: false }),
  }),
  handles: (name) => ({
    id: expression(`azurerm_virtual_network.${name}.id`),
    name: expression(`azurerm_virtual_network.${name}.name`),
    guard: expression(`azurerm_network_security_group.${name}.id`),
    guardName: expression(`azurerm_network_security_group.${name}.name`),
    machines: expression(`azurerm_subnet.${name}_machines.id`),
    databases: expression(`azurerm_subnet.${name}_databases.id`),
    kubernetes: expression(`azurerm_subnet.${name}_kubernetes.id`),
    caches: expression(`azurerm_subnet.${name}_caches.id`),
  }),
  render({ name, args, labels }) {
    const subnet = (part: string, at: number, more: TerraformBody): RenderedBlock => ({
      type: 'azurerm_subnet', part,
      // Subnets have no tags.
      body: { ...GROUP_ONLY, name: part, virtual_network_name: expression(`azurerm_virtual_network.${name}.name`), address_prefixes: [sixteenthOf(args.range, at)], default_outbound_access_enabled: args.nat, ...more },
    });
    return {
      blocks: [
        { type: 'azurerm_virtual_network', body: { ...IN_GROUP, name, address_space: [args.range], tags: labels } },
        // Without a rule of its own it lets the network in, and nobody from outside.
        { type: 'azurerm_network_security_group', body: { ...IN_GROUP, name, tags: labels } },
        subnet('machines', 0, {}), subnet('databases', 1, FOR_POSTGRES), subnet('kubernetes', 2, {}), subnet('caches', 3, {}),
        { type: 'azurerm_subnet_network_security_group_association', part: 'machines', body: { subnet_id: expression(`azurerm_subnet.${name}_machines.id`), network_security_group_id: expression(`azurerm_network_security_group.${name}.id`) } },
      ],
      outputs: [{ name: 'id', description: 'Id of the network', value: expression(`azurerm_virtual_network.${name}.id`) }],
    };
  },
  price: {
    azurerm_resource_group: () => ({ pricing: 'free' }),
    azurerm_virtual_network: () => ({ pricing: 'free' }),
    azurerm_subnet: () => ({ pricing: 'free' }),
    azurerm_network_security_group: () => ({ pricing: 'free' }),
    azurerm_subnet_network_security_group_association: () => ({ pricing: 'free' }),
  },
  example: { name: 'main', values: { range: '10.10.0.0/16', nat: 'yes' } },
});
