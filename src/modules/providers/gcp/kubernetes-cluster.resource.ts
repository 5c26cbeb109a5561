import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { sourcesIn, whyNotSources } from '../domain/source-ranges';
import { expression, template } from '../domain/terraform-json';
import { uniqueName } from '../domain/unique-name';
import { regionOfZone } from './gcp-regions';
import { machineTypeOf, whyNotSize } from './machine-type';

/** What a node has to be allowed to: write logs and metrics, read images ("Least privilege for nodes", GKE). */
const NODE_ROLE = 'roles/container.defaultNodeServiceAccount';
const pool = z.object({ node_count: z.number(), node_config: z.array(z.object({ machine_type: z.string(), disk_size_gb: z.number(), disk_type: z.string() })).length(1) });

export const kubernetesCluster = defineResource({
  kind: 'kubernetes_cluster',
  title: 'Kubernetes cluster',
  description: 'Managed Kubernetes (GKE) with private, shielded nodes that have hardly any rights',
  args: z.strictObject({
    network: field.requiredReference('vpc', { label: 'Network', help: 'One with a way out (nat), if images come from elsewhere', placeholder: 'main', ask: true }),
    size: field.text({ label: 'Size of a node', help: 'small (2 GB), medium (4 GB), large (8 GB), or a machine type', placeholder: 'medium', ask: true, default: 'medium', maxLength: 40, check: whyNotSize, accepts: 'small, medium, large, or a machine type such as e2-standard-2' }),
    nodes: field.number({ label: 'Nodes', min: 1, max: 100, default: 2, ask: true }),
    zone: field.zone({ label: 'Zone', help: 'Empty for the first zone of the region' }),
    version: field.optionalText({ label: 'Version', help: 'Empty for the one of the regular channel', maxLength: 8, check: (text) => (/^1\.\d{2}$/.test(text) ? undefined : 'is no version'), accepts: 'a minor version such as 1.33' }),
    api_from: field.optionalText({ label: 'API from', help: 'Ranges that may reach its API from outside; empty for the network only', maxLength: 400, check: whyNotSources, accepts: 'IPv4 ranges such as 203.0.113.0/24' }),
    disk_gb: field.number({ label: 'Disk of a node in GB', min: 20, max: 1000, default: 50, unit: 'GB' }),
  }),
  render({ name, args, zones, labels, environment, deployment, referenced }) {
    const network = referenced('network');
    const account = `google_service_account.${name}_nodes`;
    const cluster = `google_container_cluster.${name}`;
    return {
      blocks: [
        { type: 'google_service_account', part: 'nodes', body: { account_id: uniqueName('k8s', `${deployment} ${name}`), display_name: `Nodes of ${name}` } },
        { type: 'google_project_iam_member', part: 'nodes', body: { project: expression(`${account}.project`), role: NODE_ROLE, member: expression(`${account}.member`) } },
        {
          type: 'google_container_cluster',
          body: {
            name, location: args.zone ?? zones[0], network: network?.network, subnetwork: network?.subnetwork, min_master_version: args.version, resource_labels: labels,
            // The pool that comes with a cluster cannot be changed later: it goes, and one of its own stands beside.
            remove_default_node_pool: true, initial_node_count: 1, deletion_protection: environment === 'production', datapath_provider: 'ADVANCED_DATAPATH', networking_mode: 'VPC_NATIVE',
            ip_allocation_policy: [{ stack_type: 'IPV4' }], release_channel: [{ channel: 'REGULAR' }],
            private_cluster_config: [{ enable_private_nodes: true, enable_private_endpoint: args.api_from === undefined, master_ipv4_cidr_block: '172.31.255.0/28' }],
            master_authorized_networks_config: [{ ...(args.api_from !== undefined && { cidr_blocks: sourcesIn(args.api_from).map((range) => ({ cidr_block: range })) }) }],
            workload_identity_config: [{ workload_pool: template`${expression(`${account}.project`)}.svc.id.goog` }],
          },
        },
        {
          type: 'google_container_node_pool',
          body: {
            name: `${name}-nodes`, cluster: expression(`${cluster}.id`), node_count: args.nodes, management: [{ auto_repair: true, auto_upgrade: true }],
            node_config: [{
              machine_type: machineTypeOf(args.size), disk_size_gb: args.disk_gb, disk_type: 'pd-balanced', service_account: expression(`${account}.email`), oauth_scopes: ['https://www.googleapis.com/auth/cloud-platform'],
              resource_labels: labels, shielded_instance_config: [{ enable_secure_boot: true, enable_integrity_monitoring: true }], workload_metadata_config: [{ mode: 'GKE_METADATA' }],
            }],
          },
        },
      ],
      outputs: [
        { name: 'name', description: 'Name of the cluster', value: expression(`${cluster}.name`) },
        { name: 'endpoint', description: 'Address of its API', value: expression(`${cluster}.endpoint`) },
      ],
    };
  },
  price: {
    google_container_cluster: (values, { region }) => {
      const location = z.string().safeParse(values['location']);
      return { pricing: 'components', components: [{ label: 'Management', sku: 'kubernetes/management', region: location.success ? regionOfZone(location.data) : region, quantity: 1, unit: 'hour', assumption: 'without the credit that covers one cluster of a billing account' }] };
    },
    google_container_node_pool: (values, { region }) => {
      const parsed = pool.safeParse(values);
      const node = parsed.data?.node_config[0];
      if (!parsed.success || !node) return { pricing: 'unknown' };
      const { node_count: count } = parsed.data;
      return {
        pricing: 'components',
        components: [
          { label: 'Nodes', sku: `vm/${node.machine_type}`, region, quantity: count, unit: 'hour', assumption: 'run all the time, without discounts' },
          { label: 'Disks', sku: `disk/${node.disk_type}`, region, quantity: node.disk_size_gb * count, unit: 'gb_month' },
        ],
      };
    },
    google_project_iam_member: () => ({ pricing: 'free' }),
  },
  naming: { maxLength: 33 },
  example: { name: 'main', values: { network: 'main', size: 'medium', nodes: '2' }, alongside: [{ kind: 'vpc', name: 'main', values: { nat: 'yes' } }] },
});
