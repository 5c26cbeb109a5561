import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';
import { rangesIn, whyNotRanges } from '../domain/address-range';

/** Where Identity-Aware Proxy forwards from; nobody else can send from it. */
const IAP_RANGE = '35.235.240.0/20';

const partOf = (range: string): string => range.replace(/[./]/g, '-');
const firstRange = (ranges: string): string => rangesIn(ranges)[0] ?? '';

export const vpc = defineResource({
  kind: 'vpc',
  title: 'Private network',
  description: 'A network of your own, closed to the outside, with a subnetwork for each range',
  args: z.strictObject({
    ranges: field.text({
      label: 'Address ranges', help: 'Private ranges in CIDR notation, separated by commas: one subnetwork each', placeholder: '10.10.0.0/20, 10.10.16.0/20',
      ask: true, default: '10.10.0.0/20', maxLength: 120, check: whyNotRanges, accepts: 'up to 5 private ranges such as 10.10.0.0/20, separated by commas',
    }),
    ssh: field.choice({
      label: 'SSH', help: 'Who may reach port 22: nobody, or people Google has signed in (IAP)', ask: true,
      choices: { none: 'Closed', iap: 'Through Identity-Aware Proxy' }, default: 'none',
    }),
    nat: field.flag({ label: 'Way out for private machines', help: 'yes adds Cloud NAT, which costs by use', ask: true, default: false }),
  }),
  // The longest name made from it is `<name>-255-255-255-255-29`.
  naming: {
    maxLength: 63 - '-255-255-255-255-29'.length,
    refuse: (name) => (name === 'default' ? 'is the network every project begins with' : undefined),
  },
  handles: (name, { ranges }) => ({
    network: expression(`google_compute_network.${name}.id`),
    subnetwork: expression(`google_compute_subnetwork.${name}_${partOf(firstRange(ranges))}.id`),
  }),
  render({ name, args, region, deployment }) {
    const network = expression(`google_compute_network.${name}.id`);
    const subnetworks = rangesIn(args.ranges).map((range) => ({
      type: 'google_compute_subnetwork',
      // Named by its range, not its position: taking one range away leaves the others alone.
      part: partOf(range),
      body: {
        name: `${name}-${partOf(range)}`, network, region, ip_cidr_range: range, private_ip_google_access: true, stack_type: 'IPV4_ONLY',
        log_config: [{ aggregation_interval: 'INTERVAL_10_MIN', flow_sampling: 0.5, metadata: 'INCLUDE_ALL_METADATA' }],
      },
    }));
    const iapOnly = {
      type: 'google_compute_firewall',
      part: 'ssh_iap',
      body: {
        name: `${name}-ssh-iap`, network, direction: 'INGRESS', priority: 1000, source_ranges: [IAP_RANGE], description: 'SSH through Identity-Aware Proxy only',
        allow: [{ protocol: 'tcp', ports: ['22'] }], log_config: [{ metadata: 'INCLUDE_ALL_METADATA' }],
      },
    };
    const nat = [
      { type: 'google_compute_router', part: 'nat', body: { name: `${name}-nat`, network, region } },
      {
        type: 'google_compute_router_nat',
        part: 'nat',
        body: {
          name: `${name}-nat`, router: expression(`google_compute_router.${name}_nat.name`), region, nat_ip_allocate_option: 'AUTO_ONLY', source_subnetwork_ip_ranges_to_nat: 'ALL_SUBNETWORKS_ALL_IP_RANGES',
          log_config: [{ enable: true, filter: 'ERRORS_ONLY' }],
        },
      },
    ];
    return {
      blocks: [
        {
          type: 'google_compute_network',
          body: {
            name, auto_create_subnetworks: false, routing_mode: 'REGIONAL', delete_default_routes_on_create: false,
            // Networks have no labels, and a new description replaces the network: only what never changes stands here.
            description: `Managed by Cloud Engine, deployment ${deployment}`,
          },
        },
        ...subnetworks,
        ...(args.ssh === 'iap' ? [iapOnly] : []),
        ...(args.nat ? nat : []),
      ],
      outputs: [{ name: 'id', description: 'Id of the network', value: network }],
    };
  },
  price: {
    google_compute_network: () => ({ pricing: 'free' }),
    google_compute_subnetwork: () => ({ pricing: 'free' }),
    google_compute_firewall: () => ({ pricing: 'free' }),
    google_compute_router: () => ({ pricing: 'free' }),
    google_compute_router_nat: (_values, { region }) => ({ pricing: 'components', components: [{ label: 'Way out (NAT)', sku: 'network/nat', region, quantity: 0, unit: 'hour', assumption: 'billed by machine and by use; none is counted' }] }),
  },
  example: { name: 'main', values: { ranges: '10.10.0.0/20, 10.10.16.0/20', ssh: 'iap', nat: 'yes' } },
});
