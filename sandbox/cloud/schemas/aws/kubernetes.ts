import { block, computed, listOf, mapOf, oneBlock, optional, optionalComputed, required, setOf, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { instanceType, matches, oneOf } from './checks';
import { arn, hex, id, regionOf, tags, textIn } from './common-attributes';

const cluster: ResourceKind = {
  type: 'aws_eks_cluster', label: 'EKS Cluster', version: 1, latency: { create: 7000, update: 3000, delete: 3000 }, id: (scene) => textIn(scene, 'name'),
  attributes: {
    id, name: required('string', { replaces: true, check: matches(/^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/) }), role_arn: required('string', { replaces: true, check: matches(/^arn:aws/) }), version: optionalComputed('string', { check: matches(/^1\.\d{2}$/) }), enabled_cluster_log_types: optional(setOf('string')), ...tags,
    arn: arn('eks', (scene) => `cluster/${textIn(scene, 'name')}`), endpoint: computed('string', { made: (scene) => `https://${hex(textIn(scene, 'name')).slice(0, 32).toUpperCase()}.gr7.${regionOf(scene)}.eks.amazonaws.com` }),
    status: computed('string', { made: () => 'ACTIVE' }), platform_version: computed('string', { made: () => 'eks.1' }), certificate_authority: computed(listOf(['object', { data: 'string' }]), { made: () => [{ data: 'c2ltdWxhdGVk' }] }),
  },
  blocks: {
    access_config: oneBlock(block({ authentication_mode: optionalComputed('string', { check: oneOf('API', 'API_AND_CONFIG_MAP', 'CONFIG_MAP') }), bootstrap_cluster_creator_admin_permissions: optional('bool') })),
    vpc_config: oneBlock(block({
      subnet_ids: required(setOf('string')), endpoint_private_access: optional('bool'), endpoint_public_access: optional('bool'), public_access_cidrs: optionalComputed(setOf('string')), security_group_ids: optional(setOf('string')),
      cluster_security_group_id: computed('string', { made: () => 'sg-0123456789abcdef0' }), vpc_id: computed('string'),
    }), { min: 1 }),
    timeouts: timeouts('create', 'update', 'delete'),
  },
};

const nodeGroup: ResourceKind = {
  type: 'aws_eks_node_group', label: 'EKS Node Group', version: 0, latency: { create: 5000, update: 2500, delete: 3000 }, id: (scene) => `${textIn(scene, 'cluster_name')}:${textIn(scene, 'node_group_name')}`,
  attributes: {
    id, cluster_name: required('string', { replaces: true, refersTo: { type: 'aws_eks_cluster', id: (text) => text } }), node_group_name: optionalComputed('string', { replaces: true }), node_role_arn: required('string', { replaces: true, check: matches(/^arn:aws/) }),
    subnet_ids: required(setOf('string'), { replaces: true }), instance_types: optionalComputed(listOf('string'), { replaces: true, check: (value) => (Array.isArray(value) ? value.map((one) => instanceType(one, 'instance_types')).find((words) => words !== undefined) : undefined) }),
    disk_size: optionalComputed('number', { replaces: true }), labels: optional(mapOf('string')), ...tags, arn: arn('eks', (scene) => `nodegroup/${textIn(scene, 'id').replace(':', '/')}`), status: computed('string', { made: () => 'ACTIVE' }),
    ami_type: optionalComputed('string', { replaces: true, made: () => 'AL2023_x86_64_STANDARD' }), capacity_type: optionalComputed('string', { replaces: true, made: () => 'ON_DEMAND' }), version: optionalComputed('string'), release_version: optionalComputed('string'),
  },
  blocks: {
    scaling_config: oneBlock(block({ desired_size: required('number'), min_size: required('number'), max_size: required('number') }), { min: 1 }),
    update_config: oneBlock(block({ max_unavailable: optional('number'), max_unavailable_percentage: optional('number') })),
    timeouts: timeouts('create', 'update', 'delete'),
  },
};

export const kubernetesKinds: readonly ResourceKind[] = [cluster, nodeGroup];
