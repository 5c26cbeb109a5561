import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';
import { tagsOf } from './digitalocean-labels';
import { dropletSizeOf, whyNotDropletSize } from './droplet-size';

const cluster = z.object({ region: z.string(), ha: z.boolean().nullish(), node_pool: z.array(z.object({ size: z.string(), node_count: z.number() })).length(1) });

export const kubernetesCluster = defineResource({
  kind: 'kubernetes_cluster',
  title: 'Kubernetes cluster',
  description: 'Managed Kubernetes in a network of yours, which keeps itself up to date',
  args: z.strictObject({
    network: field.requiredReference('vpc', { label: 'Network', help: 'Where its nodes are', placeholder: 'main', ask: true }),
    size: field.text({ label: 'Size of a node', help: 'small (2 GB), medium (4 GB), large (8 GB), or a Droplet size', placeholder: 'medium', ask: true, default: 'medium', maxLength: 40, check: whyNotDropletSize, accepts: 'small, medium, large, or a Droplet size such as s-2vcpu-4gb' }),
    nodes: field.number({ label: 'Nodes', min: 1, max: 100, default: 2, ask: true }),
    version: field.text({ label: 'Version', default: 'latest', maxLength: 8, check: (text) => (/^(latest|1\.\d{2})$/.test(text) ? undefined : 'is no version'), accepts: 'latest, or a minor version such as 1.33' }),
  }),
  render({ name, args, region, labels, environment, referenced }) {
    const address = `digitalocean_kubernetes_cluster.${name}`;
    const tags = tagsOf(labels);
    return {
      blocks: [{
        type: 'digitalocean_kubernetes_cluster',
        body: {
          name, region, version: args.version, vpc_uuid: referenced('network')?.id, auto_upgrade: true, surge_upgrade: true, ha: environment === 'production', tags,
          node_pool: [{ name: `${name}-nodes`, size: dropletSizeOf(args.size), node_count: args.nodes, tags }],
          maintenance_policy: [{ day: 'sunday', start_time: '04:00' }],
          // The cloud answers with the exact version, and moves on from it by itself.
          lifecycle: [{ ignore_changes: ['version'] }],
        },
      }],
      outputs: [
        { name: 'id', description: 'Id of the cluster', value: expression(`${address}.id`) },
        { name: 'endpoint', description: 'Address of its API', value: expression(`${address}.endpoint`) },
      ],
    };
  },
  price: {
    digitalocean_kubernetes_cluster: (values) => {
      const parsed = cluster.safeParse(values);
      const pool = parsed.data?.node_pool[0];
      if (!parsed.success || !pool) return { pricing: 'unknown' };
      const { region, ha } = parsed.data;
      return {
        pricing: 'components',
        components: [
          { label: 'Control plane', sku: ha ? 'kubernetes/control-plane-ha' : 'kubernetes/control-plane', region, quantity: 1, unit: 'month' },
          { label: 'Nodes', sku: `vm/${pool.size}`, region, quantity: pool.node_count, unit: 'month', assumption: 'run all the time' },
        ],
      };
    },
  },
  naming: { maxLength: 57 },
  example: { name: 'main', values: { network: 'main', size: 'medium', nodes: '2' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
