import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { sourcesIn, whyNotSources } from '../domain/source-ranges';
import { expression } from '../domain/terraform-json';
import { uniqueName } from '../domain/unique-name';
import { named } from './aws-tags';
import { attachmentsOf, trustIn } from './iam-role';
import { instanceTypeOf, whyNotInstanceType } from './instance-type';

const NODE_POLICIES = ['AmazonEKSWorkerNodePolicy', 'AmazonEKS_CNI_Policy', 'AmazonEC2ContainerRegistryReadOnly'];
const nodeGroup = z.object({ instance_types: z.array(z.string()).length(1), scaling_config: z.array(z.object({ desired_size: z.number() })).length(1), disk_size: z.number().nullish() });

export const kubernetesCluster = defineResource({
  kind: 'kubernetes_cluster',
  title: 'Kubernetes cluster',
  description: 'Managed Kubernetes (EKS) with private nodes; the network needs a way out',
  args: z.strictObject({
    network: field.requiredReference('vpc', { label: 'Network', help: 'One with a way out (nat), which nodes need to join', placeholder: 'main', ask: true }),
    size: field.text({ label: 'Size of a node', help: 'small (2 GB), medium (4 GB), large (8 GB), or an instance type', placeholder: 'medium', ask: true, default: 'medium', maxLength: 40, check: whyNotInstanceType, accepts: 'small, medium, large, or an instance type such as m7i.large' }),
    nodes: field.number({ label: 'Nodes', min: 1, max: 100, default: 2, ask: true }),
    version: field.text({ label: 'Version', default: '1.33', maxLength: 6, check: (text) => (/^1\.\d{2}$/.test(text) ? undefined : 'is no version'), accepts: 'a minor version such as 1.33' }),
    api_from: field.optionalText({ label: 'API from', help: 'Ranges that may reach its API from outside; empty for the network only', maxLength: 400, check: whyNotSources, accepts: 'IPv4 ranges such as 203.0.113.0/24' }),
    disk_gb: field.number({ label: 'Disk of a node in GB', min: 20, max: 1000, default: 20, unit: 'GB' }),
  }),
  render({ name, args, labels, deployment, referenced }) {
    const network = referenced('network');
    const subnets = [network?.privateSubnet, network?.privateSubnet2];
    const tags = named(name, labels);
    const roleName = (part: string): string => uniqueName(`${name}-${part}`, deployment);
    return {
      blocks: [
        { type: 'aws_iam_role', part: 'cluster', body: { name: roleName('cluster'), assume_role_policy: trustIn('eks'), tags } },
        ...attachmentsOf(`${name}_cluster`, ['AmazonEKSClusterPolicy'], (policy) => `cluster_${policy}`),
        { type: 'aws_iam_role', part: 'nodes', body: { name: roleName('nodes'), assume_role_policy: trustIn('ec2'), tags } },
        ...attachmentsOf(`${name}_nodes`, NODE_POLICIES, (policy) => `nodes_${policy}`),
        {
          type: 'aws_eks_cluster',
          body: {
            name: uniqueName(name, deployment), version: args.version, role_arn: expression(`aws_iam_role.${name}_cluster.arn`), enabled_cluster_log_types: ['api', 'audit', 'authenticator'], tags,
            access_config: [{ authentication_mode: 'API', bootstrap_cluster_creator_admin_permissions: true }],
            vpc_config: [{ subnet_ids: subnets, endpoint_private_access: true, endpoint_public_access: args.api_from !== undefined, ...(args.api_from !== undefined && { public_access_cidrs: sourcesIn(args.api_from) }) }],
            depends_on: [`aws_iam_role_policy_attachment.${name}_cluster_AmazonEKSClusterPolicy`],
          },
        },
        {
          type: 'aws_eks_node_group',
          body: {
            cluster_name: expression(`aws_eks_cluster.${name}.name`), node_group_name: `${name}-nodes`, node_role_arn: expression(`aws_iam_role.${name}_nodes.arn`), subnet_ids: subnets,
            instance_types: [instanceTypeOf(args.size)], disk_size: args.disk_gb, tags, scaling_config: [{ desired_size: args.nodes, min_size: 1, max_size: args.nodes + 2 }], update_config: [{ max_unavailable: 1 }],
            // Without these rights a node can neither join nor leave.
            depends_on: NODE_POLICIES.map((policy) => `aws_iam_role_policy_attachment.${name}_nodes_${policy}`),
          },
        },
      ],
      outputs: [
        { name: 'name', description: 'Name of the cluster', value: expression(`aws_eks_cluster.${name}.name`) },
        { name: 'endpoint', description: 'Address of its API', value: expression(`aws_eks_cluster.${name}.endpoint`) },
      ],
    };
  },
  price: {
    aws_eks_cluster: (_values, { region }) => ({ pricing: 'components', components: [{ label: 'Control plane', sku: 'kubernetes/control-plane', region, quantity: 1, unit: 'hour' }] }),
    aws_eks_node_group: (values, { region }) => {
      const parsed = nodeGroup.safeParse(values);
      const count = parsed.data?.scaling_config[0]?.desired_size;
      if (!parsed.success || count === undefined) return { pricing: 'unknown' };
      return {
        pricing: 'components',
        components: [
          { label: 'Nodes', sku: `vm/${parsed.data.instance_types[0] ?? ''}`, region, quantity: count, unit: 'hour', assumption: 'run all the time, without discounts' },
          // Node groups without a launch template of their own have gp2 disks of 20 GB ("Managed node groups").
          { label: 'Disks', sku: 'disk/gp2', region, quantity: count * (parsed.data.disk_size ?? 20), unit: 'gb_month' },
        ],
      };
    },
  },
  naming: { maxLength: 40 },
  example: { name: 'main', values: { network: 'main', size: 'medium', nodes: '2' }, alongside: [{ kind: 'vpc', name: 'main', values: { nat: 'yes' } }] },
});
