import { block, computed, listOf, mapOf, oneBlock, optional, optionalComputed, required, setOf } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { matches, oneOf, vmSize } from './checks';
import { allTimeouts, idIn, inGroup, names, textIn, uuidOf } from './common-attributes';

const cluster: ResourceKind = {
  type: 'azurerm_kubernetes_cluster', label: 'Kubernetes Cluster', version: 2, latency: { create: 7000, update: 3500, delete: 3500 }, id: idIn('Microsoft.ContainerService/managedClusters'),
  attributes: {
    ...inGroup, name: required('string', { replaces: true, check: matches(/^[a-zA-Z0-9][\w-]{0,61}[a-zA-Z0-9]$/, 'a name of a cluster') }), dns_prefix: optional('string', { replaces: true }), sku_tier: optional('string', { check: oneOf('Free', 'Standard', 'Premium') }), kubernetes_version: optionalComputed('string', { made: () => '1.33' }),
    local_account_disabled: optional('bool'), role_based_access_control_enabled: optional('bool', { replaces: true, default: true }), run_command_enabled: optional('bool', { default: true }), oidc_issuer_enabled: optional('bool', { default: true }), workload_identity_enabled: optional('bool', { default: false }),
    automatic_upgrade_channel: optional('string', { check: oneOf('patch', 'rapid', 'node-image', 'stable') }), node_os_upgrade_channel: optional('string', { check: oneOf('Unmanaged', 'SecurityPatch', 'NodeImage', 'None') }), private_cluster_enabled: optional('bool', { replaces: true, default: false }),
    private_cluster_public_fqdn_enabled: optional('bool', { default: false }), ai_toolchain_operator_enabled: optional('bool', { default: false }), fqdn: computed('string', { made: (scene) => (scene.object.private_cluster_enabled === true ? '' : `${textIn(scene, 'dns_prefix')}-sim.hcp.${textIn(scene, 'location')}.azmk8s.io`) }),
    private_fqdn: computed('string', { made: (scene) => (scene.object.private_cluster_enabled === true ? `${textIn(scene, 'dns_prefix')}-sim.privatelink.${textIn(scene, 'location')}.azmk8s.io` : '') }), current_kubernetes_version: computed('string', { made: () => '1.33.2' }),
    node_resource_group: optionalComputed('string', { replaces: true, made: (scene) => `MC_${textIn(scene, 'resource_group_name')}_${textIn(scene, 'name')}` }), oidc_issuer_url: computed('string', { made: (scene) => `https://${textIn(scene, 'location')}.oic.prod-aks.azure.com/${uuidOf(textIn(scene, 'id'))}/` }),
    private_dns_zone_id: optionalComputed('string', { replaces: true }),
  },
  blocks: {
    default_node_pool: oneBlock(block({
      name: required('string', { check: matches(/^[a-z][a-z0-9]{0,11}$/, 'a name of a node pool') }), vm_size: optionalComputed('string', { check: vmSize }), node_count: optionalComputed('number'), vnet_subnet_id: optional('string', names('azurerm_subnet')), node_public_ip_enabled: optional('bool'),
      tags: optional(mapOf('string')), node_labels: optionalComputed(mapOf('string')), max_pods: optionalComputed('number', { made: () => 250 }), os_disk_size_gb: optionalComputed('number', { made: () => 128 }), os_sku: optionalComputed('string', { made: () => 'Ubuntu' }),
      orchestrator_version: optionalComputed('string', { made: () => '1.33' }), kubelet_disk_type: optionalComputed('string', { made: () => 'OS' }), workload_runtime: optionalComputed('string', { made: () => 'OCIContainer' }),
    }, { upgrade_settings: oneBlock(block({ max_surge: required('string'), drain_timeout_in_minutes: optional('number'), node_soak_duration_in_minutes: optional('number') })) }), { min: 1 }),
    network_profile: oneBlock(block({
      network_plugin: required('string', { check: oneOf('azure', 'kubenet', 'none') }), network_plugin_mode: optional('string', { check: oneOf('overlay') }), network_data_plane: optional('string', { check: oneOf('azure', 'cilium') }), network_policy: optionalComputed('string', { check: oneOf('azure', 'calico', 'cilium') }),
      pod_cidr: optionalComputed('string', { made: () => '10.244.0.0/16' }), service_cidr: optionalComputed('string', { replaces: true, made: () => '10.0.0.0/16' }), dns_service_ip: optionalComputed('string', { replaces: true, made: () => '10.0.0.10' }), ip_versions: optionalComputed(listOf('string'), { replaces: true, made: () => ['IPv4'] }),
    }), { replaces: true }),
    identity: oneBlock(block({ type: required('string', { check: oneOf('SystemAssigned', 'UserAssigned') }), identity_ids: optional(setOf('string')), principal_id: computed('string', { made: () => uuidOf('principal') }), tenant_id: computed('string', { made: () => uuidOf('tenant') }) })),
    azure_active_directory_role_based_access_control: oneBlock(block({ azure_rbac_enabled: optional('bool'), tenant_id: optionalComputed('string', { made: () => uuidOf('tenant') }), admin_group_object_ids: optional(listOf('string')) })),
    api_server_access_profile: oneBlock(block({ authorized_ip_ranges: optional(setOf('string')), subnet_id: optional('string'), virtual_network_integration_enabled: optional('bool', { default: false }) })),
    timeouts: allTimeouts,
  },
};

export const kubernetesKinds: readonly ResourceKind[] = [cluster];
