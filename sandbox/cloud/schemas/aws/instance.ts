import { block, computed, listBlock, mapOf, oneBlock, optional, optionalComputed, required, setOf, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { aZone, instanceType, matches, oneOf } from './checks';
import { arn, hex, id, idWith, names, octetOf, regionOf, tags, textIn } from './common-attributes';

const template: ResourceKind = {
  type: 'aws_launch_template', label: 'EC2 Launch Template', version: 1, latency: { create: 700, update: 500, delete: 500 }, id: idWith('lt', 'name_prefix', 'name', 'tags'),
  attributes: {
    id, name: optionalComputed('string', { made: (scene) => `${textIn(scene, 'name_prefix')}${hex(textIn(scene, 'id')).slice(0, 18)}` }), name_prefix: optionalComputed('string'), image_id: optional('string'), instance_type: optional('string', { check: instanceType }),
    update_default_version: optional('bool'), default_version: optionalComputed('number', { made: () => 1 }), latest_version: computed('number', { made: () => 1 }), ...tags, arn: arn('ec2', (scene) => `launch-template/${textIn(scene, 'id')}`),
  },
  blocks: {
    block_device_mappings: listBlock(block({ device_name: optional('string') }, {
      ebs: oneBlock(block({
        volume_size: optionalComputed('number'), volume_type: optionalComputed('string', { check: oneOf('standard', 'gp2', 'gp3', 'io1', 'io2', 'st1', 'sc1') }), encrypted: optional('string'), delete_on_termination: optional('string'),
        iops: optionalComputed('number'), throughput: optionalComputed('number'), kms_key_id: optional('string'), snapshot_id: optional('string'),
      })),
    })),
    metadata_options: oneBlock(block({
      http_endpoint: optionalComputed('string', { check: oneOf('enabled', 'disabled') }), http_tokens: optionalComputed('string', { check: oneOf('optional', 'required') }), http_put_response_hop_limit: optionalComputed('number'),
      http_protocol_ipv6: optionalComputed('string', { made: () => 'disabled' }), instance_metadata_tags: optionalComputed('string', { made: () => 'disabled' }),
    })),
    tag_specifications: listBlock(block({ resource_type: optional('string', { check: oneOf('instance', 'volume', 'network-interface', 'spot-instances-request') }), tags: optional(mapOf('string')) })),
  },
};

const instance: ResourceKind = {
  type: 'aws_instance', label: 'EC2 Instance', version: 2, latency: { create: 3000, update: 2000, delete: 2500 }, id: idWith('i', 'tags', 'subnet_id', 'instance_type'),
  validate: (config) => ((config.ami ?? null) === null && (!Array.isArray(config.launch_template) || config.launch_template.length === 0) ? ['"ami": one of `ami,launch_template` must be specified'] : []),
  attributes: {
    id, ami: optionalComputed('string', { replaces: true, made: () => 'ami-0a1b2c3d4e5f60718' }), instance_type: optionalComputed('string', { check: instanceType }), subnet_id: optionalComputed('string', { replaces: true, ...names('aws_subnet') }),
    availability_zone: optionalComputed('string', { replaces: true, check: aZone, made: (scene) => `${regionOf(scene)}a` }), vpc_security_group_ids: optionalComputed(setOf('string')), associate_public_ip_address: optionalComputed('bool', { replaces: true }),
    key_name: optionalComputed('string', { replaces: true }), iam_instance_profile: optionalComputed('string'), ...tags, arn: arn('ec2', (scene) => `instance/${textIn(scene, 'id')}`), instance_state: computed('string', { made: () => 'running' }),
    private_ip: optionalComputed('string', { made: (scene) => `10.10.32.${octetOf(textIn(scene, 'id'))}` }), private_dns: computed('string', { made: (scene) => `ip-10-10-32-${octetOf(textIn(scene, 'id'))}.ec2.internal` }),
    public_ip: computed('string', { made: (scene) => (scene.object.associate_public_ip_address === true ? `203.0.113.${octetOf(textIn(scene, 'id'))}` : '') }),
  },
  blocks: {
    launch_template: oneBlock(block({ id: optionalComputed('string', names('aws_launch_template')), name: optionalComputed('string'), version: optional('string') })),
    metadata_options: oneBlock(block({
      http_endpoint: optional('string', { check: oneOf('enabled', 'disabled') }), http_tokens: optionalComputed('string', { check: oneOf('optional', 'required') }), http_put_response_hop_limit: optionalComputed('number'),
      http_protocol_ipv6: optional('string'), instance_metadata_tags: optionalComputed('string', { made: () => 'disabled' }),
    })),
    timeouts: timeouts('create', 'read', 'update', 'delete'),
  },
};

const keyPair: ResourceKind = {
  type: 'aws_key_pair', label: 'EC2 Key Pair', version: 1, latency: { create: 400, update: 400, delete: 400 }, id: (scene) => textIn(scene, 'key_name') || `${textIn(scene, 'key_name_prefix')}${hex(textIn(scene, 'public_key')).slice(0, 18)}`,
  attributes: {
    id, key_name: optionalComputed('string', { replaces: true, made: (scene) => textIn(scene, 'id') }), key_name_prefix: optionalComputed('string', { replaces: true }), public_key: required('string', { replaces: true, check: matches(/^(ssh-|ecdsa-)\S+ \S+/) }), ...tags,
    key_pair_id: computed('string', { made: idWith('key', 'id') }), fingerprint: computed('string'), key_type: computed('string', { made: () => 'ed25519' }), arn: arn('ec2', (scene) => `key-pair/${textIn(scene, 'id')}`),
  },
  blocks: {},
};

const volume: ResourceKind = {
  type: 'aws_ebs_volume', label: 'EBS Volume', version: 0, latency: { create: 1500, update: 1000, delete: 1000 }, id: idWith('vol', 'tags', 'availability_zone', 'size'),
  attributes: {
    id, availability_zone: required('string', { replaces: true, check: aZone }), size: optionalComputed('number'), type: optionalComputed('string', { check: oneOf('standard', 'gp2', 'gp3', 'io1', 'io2', 'st1', 'sc1') }), encrypted: optionalComputed('bool', { replaces: true }),
    iops: optionalComputed('number', { made: () => 3000 }), throughput: optionalComputed('number', { made: () => 125 }), kms_key_id: optionalComputed('string', { replaces: true }), ...tags, arn: arn('ec2', (scene) => `volume/${textIn(scene, 'id')}`),
  },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};

const attachment: ResourceKind = {
  type: 'aws_volume_attachment', label: 'EBS Volume Attachment', version: 0, latency: { create: 1000, update: 500, delete: 1000 }, id: (scene) => `vai-${hex(`${textIn(scene, 'device_name')}${textIn(scene, 'volume_id')}`).slice(0, 10)}`,
  attributes: { id, device_name: required('string'), instance_id: required('string', names('aws_instance')), volume_id: required('string', names('aws_ebs_volume')) },
  blocks: { timeouts: timeouts('create', 'delete') },
};

export const instanceKinds: readonly ResourceKind[] = [template, instance, keyPair, volume, attachment];
