import { z } from 'zod';
import { rangesIn, whyNotRanges } from '../domain/address-range';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';
import { uniqueName } from '../domain/unique-name';
import { whyReserved } from './reserved-range';

const whyNotRange = (text: string): string | undefined => {
  if (rangesIn(text).length > 1) return 'is more than one range';
  const prefix = Number(text.split('/')[1]);
  return whyNotRanges(text) ?? (prefix < 16 || prefix > 28 ? 'is not between /16 and /28' : whyReserved(text));
};

export const vpc = defineResource({
  kind: 'vpc',
  title: 'Private network',
  description: 'A network of your own, closed to the outside; machines in it keep their own way out',
  args: z.strictObject({
    range: field.text({ label: 'Address range', help: 'Private, /16 to /28, apart from your account\'s other networks; in nyc1 not 10.10.0.0/16', placeholder: '10.10.0.0/16', ask: true, default: '10.10.0.0/16', maxLength: 18, check: whyNotRange, accepts: 'a private range such as 10.10.0.0/16' }),
  }),
  // Networks have no tags, so their members carry one: firewalls and databases let it in.
  handles: (name) => ({
    id: expression(`digitalocean_vpc.${name}.id`),
    range: expression(`digitalocean_vpc.${name}.ip_range`),
    tag: expression(`digitalocean_tag.${name}_members.name`),
  }),
  render: ({ name, args, region, deployment }) => ({
    blocks: [
      { type: 'digitalocean_vpc', body: { name: uniqueName(name, deployment), region, ip_range: args.range, description: `Managed by Cloud Engine, deployment ${deployment}` } },
      { type: 'digitalocean_tag', part: 'members', body: { name: `network:${uniqueName(name, deployment)}` } },
    ],
    outputs: [{ name: 'id', description: 'Id of the network', value: expression(`digitalocean_vpc.${name}.id`) }],
  }),
  naming: { maxLength: 50 },
  price: { digitalocean_vpc: () => ({ pricing: 'free' }), digitalocean_tag: () => ({ pricing: 'free' }) },
  example: { name: 'main', values: { range: '10.10.0.0/16' } },
});
