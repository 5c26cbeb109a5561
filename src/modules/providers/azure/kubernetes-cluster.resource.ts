import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { sourcesIn, whyNotSources } from '../domain/source-ranges';
import { expression } from '../domain/terraform-json';
import { IN_GROUP } from './resource-group';
import { vmSizeOf, whyNotVmSize } from './vm-size';

const cluster = z.object({ sku_tier: z.string().nullish(), location: z.string().optional(), default_node_pool: z.array(z.object({ vm_size: z.string(), node_count: z.number() })).length(1) });

export const kubernetesCluster = defineResource({
  kind: 'kubernetes_cluster',
  title: 'Kubernetes cluster',
  description: 'Managed Kubernetes (AKS) with private nodes, Entra ID sign-in and automatic patches',
  args: z.strictObject({
    network: field.requiredReference('vpc', { label: 'Network', help: 'Where its nodes are', placeholder: 'main', ask: true }),
    size: field.text({ label: 'Size of a node', help: 'medium (4 GB), large (8 GB), or a size such as Standard_D2s_v5', placeholder: 'medium', ask: true, default: 'medium', maxLength: 40, check: (text) => (text === 'small' || text === 'Standard_B1ms' ? 'is too small for a node: Azure asks for 4 GB' : whyNotVmSize(text)), accepts: 'medium, large, or a size such as Standard_D2s_v5' }),
    nodes: field.number({ label: 'Nodes', min: 1, max: 100, default: 2, ask: true }),
    version: field.optionalText({ label: 'Version', help: 'Empty for Azure\'s default', maxLength: 8, check: (text) => (/^1\.\d{2}$/.test(text) ? undefined : 'is no version'), accepts: 'a minor version such as 1.33' }),
    api_from: field.optionalText({ label: 'API from', help: 'Ranges that may reach its API from outside; empty for the network only', maxLength: 400, check: whyNotSources, accepts: 'IPv4 ranges such as 203.0.113.0/24' }),
  }),
  render({ name, args, labels, environment, referenced }) {
    const address = `azurerm_kubernetes_cluster.${name}`;
    return {
      blocks: [{
        type: 'azurerm_kubernetes_cluster',
        body: {
          ...IN_GROUP, name, dns_prefix: name, sku_tier: environment === 'production' ? 'Standard' : 'Free', kubernetes_version: args.version, tags: labels,
          local_account_disabled: true, role_based_access_control_enabled: true, azure_active_directory_role_based_access_control: [{ azure_rbac_enabled: true }], run_command_enabled: false,
          oidc_issuer_enabled: true, workload_identity_enabled: true, automatic_upgrade_channel: 'patch', node_os_upgrade_channel: 'NodeImage', identity: [{ type: 'SystemAssigned' }],
          default_node_pool: [{ name: 'nodes', vm_size: vmSizeOf(args.size), node_count: args.nodes, vnet_subnet_id: referenced('network')?.kubernetes, node_public_ip_enabled: false, tags: labels, upgrade_settings: [{ max_surge: '10%' }] }],
          network_profile: [{ network_plugin: 'azure', network_plugin_mode: 'overlay', network_data_plane: 'cilium', network_policy: 'cilium' }],
          ...(args.api_from === undefined ? { private_cluster_enabled: true } : { api_server_access_profile: [{ authorized_ip_ranges: sourcesIn(args.api_from) }] }),
        },
      }],
      outputs: [
        { name: 'id', description: 'Id of the cluster', value: expression(`${address}.id`) },
        { name: 'endpoint', description: 'Name of its API', value: expression(args.api_from === undefined ? `${address}.private_fqdn` : `${address}.fqdn`) },
      ],
    };
  },
  price: {
    azurerm_kubernetes_cluster: (values, { region: here }) => {
      const parsed = cluster.safeParse(values);
      const pool = parsed.data?.default_node_pool[0];
      if (!parsed.success || !pool) return { pricing: 'unknown' };
      const { sku_tier: tier, location: region = here } = parsed.data;
      return {
        pricing: 'components',
        components: [
          { label: 'Control plane', sku: `kubernetes/${(tier ?? 'Free').toLowerCase()}`, region, quantity: 1, unit: 'hour' },
          { label: 'Nodes', sku: `vm/${pool.vm_size}`, region, quantity: pool.node_count, unit: 'hour', assumption: 'run all the time; their system disks come on top' },
        ],
      };
    },
  },
  naming: { maxLength: 54 },
  example: { name: 'main', values: { network: 'main', size: 'medium', nodes: '2' }, alongside: [{ kind: 'vpc', name: 'main', values: { nat: 'yes' } }] },
});
