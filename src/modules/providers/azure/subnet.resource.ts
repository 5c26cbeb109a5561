import { z } from 'zod';
import { rangesIn, whyNotRanges } from '../domain/address-range';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';
import { GROUP_ONLY } from './resource-group';

const whyNotRange = (text: string): string | undefined => (rangesIn(text).length > 1 ? 'is more than one range' : whyNotRanges(text));

export const subnet = defineResource({
  kind: 'subnet',
  title: 'Subnet',
  description: 'One more private part of a network, behind the same firewall',
  args: z.strictObject({
    network: field.requiredReference('vpc', { label: 'Network', help: 'The network it is part of', placeholder: 'main', ask: true }),
    range: field.text({ label: 'Address range', help: 'Within the network\'s range, and free there', placeholder: '10.10.128.0/20', ask: true, default: '10.10.128.0/20', maxLength: 18, check: whyNotRange, accepts: 'a private range such as 10.10.128.0/20' }),
    nat: field.flag({ label: 'Way out for private machines', ask: true, default: false }),
  }),
  handles: (name) => ({ id: expression(`azurerm_subnet.${name}.id`) }),
  render: ({ name, args, referenced }) => {
    const network = referenced('network');
    const id = expression(`azurerm_subnet.${name}.id`);
    return {
      // Subnets have no tags.
      blocks: [
        { type: 'azurerm_subnet', body: { ...GROUP_ONLY, name, virtual_network_name: network?.name, address_prefixes: [args.range], default_outbound_access_enabled: args.nat } },
        { type: 'azurerm_subnet_network_security_group_association', body: { subnet_id: id, network_security_group_id: network?.guard } },
      ],
      outputs: [{ name: 'id', description: 'Id of the subnet', value: id }],
    };
  },
  price: {},
  naming: { refuse: (name) => (['machines', 'databases', 'kubernetes', 'caches'].includes(name) ? 'is a subnet that every network has' : undefined) },
  example: { name: 'batch', values: { network: 'main', range: '10.10.128.0/20' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
