import { z } from 'zod';
import { rangesIn, whyNotRanges } from '../domain/address-range';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';

const whyNotRange = (text: string): string | undefined => (rangesIn(text).length > 1 ? 'is more than one range' : whyNotRanges(text));

export const subnet = defineResource({
  kind: 'subnet',
  title: 'Subnet',
  description: 'One more part of a network, with a range of its own',
  args: z.strictObject({
    network: field.requiredReference('vpc', { label: 'Network', help: 'The network it is part of', placeholder: 'main', ask: true }),
    range: field.text({ label: 'Address range', help: 'A private range that the network does not have yet', placeholder: '10.10.128.0/20', ask: true, default: '10.10.128.0/20', maxLength: 18, check: whyNotRange, accepts: 'a private range such as 10.10.128.0/20' }),
    flow_logs: field.flag({ label: 'Flow logs', help: 'yes records a sample of its traffic, which is billed by use', ask: true, default: true }),
  }),
  handles: (name) => ({ subnetwork: expression(`google_compute_subnetwork.${name}.id`) }),
  render: ({ name, args, region, referenced }) => ({
    // Subnetworks have no labels.
    blocks: [{
      type: 'google_compute_subnetwork',
      body: {
        name, network: referenced('network')?.network, region, ip_cidr_range: args.range, private_ip_google_access: true, stack_type: 'IPV4_ONLY',
        ...(args.flow_logs && { log_config: [{ aggregation_interval: 'INTERVAL_10_MIN', flow_sampling: 0.5, metadata: 'INCLUDE_ALL_METADATA' }] }),
      },
    }],
    outputs: [{ name: 'id', description: 'Id of the subnetwork', value: expression(`google_compute_subnetwork.${name}.id`) }],
  }),
  price: {},
  example: { name: 'batch', values: { network: 'main', range: '10.10.128.0/20' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
