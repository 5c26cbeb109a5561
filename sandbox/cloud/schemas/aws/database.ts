import { computed, listOf, optional, optionalComputed, required, setOf, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { between, matches, oneOf } from './checks';
import { arn, hex, id, regionOf, tags, textIn } from './common-attributes';

const aName = matches(/^[a-z](?!.*--)[a-z0-9-]{0,62}$/);
const subnetGroup = (type: string, label: string, name: 'database' | 'cache'): ResourceKind => ({
  type, label, version: 0, latency: { create: 600, update: 400, delete: 500 }, id: (scene) => textIn(scene, 'name'),
  attributes: {
    id, name: name === 'database' ? optionalComputed('string', { check: aName }) : required('string', { check: aName }), description: optional('string'), subnet_ids: required(setOf('string')), ...tags,
    vpc_id: computed('string'), arn: arn(name === 'database' ? 'rds' : 'elasticache', (scene) => `subgrp:${textIn(scene, 'name')}`),
  },
  blocks: {},
});

const instance: ResourceKind = {
  type: 'aws_db_instance', label: 'RDS DB Instance', version: 2, latency: { create: 6000, update: 3000, delete: 3000 }, id: (scene) => `db-${hex(textIn(scene, 'identifier')).slice(0, 26).toUpperCase()}`,
  validate: (config) => (config.skip_final_snapshot !== true && (config.final_snapshot_identifier ?? null) === null ? ['final_snapshot_identifier is required when skip_final_snapshot is false'] : []),
  attributes: {
    id, identifier: optionalComputed('string', { check: aName }), engine: optionalComputed('string', { replaces: true, check: oneOf('postgres', 'mysql', 'mariadb', 'aurora-postgresql', 'aurora-mysql') }), engine_version: optionalComputed('string'),
    instance_class: required('string', { check: matches(/^db\./) }), port: optionalComputed('number'), allocated_storage: optionalComputed('number'), storage_type: optionalComputed('string', { check: oneOf('standard', 'gp2', 'gp3', 'io1', 'io2') }),
    storage_encrypted: optional('bool', { replaces: true }), multi_az: optionalComputed('bool'), username: optionalComputed('string', { replaces: true }), manage_master_user_password: optional('bool'), iam_database_authentication_enabled: optional('bool'),
    db_subnet_group_name: optionalComputed('string', { refersTo: { type: 'aws_db_subnet_group', id: (text) => text } }), vpc_security_group_ids: optionalComputed(setOf('string')), publicly_accessible: optional('bool'),
    backup_retention_period: optionalComputed('number', { check: between(0, 35) }), copy_tags_to_snapshot: optional('bool'), auto_minor_version_upgrade: optional('bool'), enabled_cloudwatch_logs_exports: optional(setOf('string')), deletion_protection: optional('bool'),
    skip_final_snapshot: optional('bool'), final_snapshot_identifier: optional('string'), apply_immediately: optional('bool'), ...tags, arn: arn('rds', (scene) => `db:${textIn(scene, 'identifier')}`),
    address: computed('string', { made: (scene) => `${textIn(scene, 'identifier')}.c0simulated.${regionOf(scene)}.rds.amazonaws.com` }), endpoint: computed('string', { made: (scene) => `${textIn(scene, 'address')}:${JSON.stringify(scene.object.port)}` }),
    status: computed('string', { made: () => 'available' }), resource_id: computed('string', { made: (scene) => textIn(scene, 'id') }), engine_version_actual: computed('string', { made: (scene) => `${textIn(scene, 'engine_version')}.1` }),
    ca_cert_identifier: optionalComputed('string', { made: () => 'rds-ca-rsa2048-g1' }), kms_key_id: optionalComputed('string', { replaces: true, made: (scene) => `arn:aws:kms:${regionOf(scene)}:123456789012:key/simulated` }),
    master_user_secret: computed(listOf(['object', { kms_key_id: 'string', secret_arn: 'string', secret_status: 'string' }]), {
      made: (scene) => [{ kms_key_id: '', secret_arn: `arn:aws:secretsmanager:${regionOf(scene)}:123456789012:secret:rds!${textIn(scene, 'id')}`, secret_status: 'active' }],
    }),
  },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};

const cache: ResourceKind = {
  type: 'aws_elasticache_replication_group', label: 'ElastiCache Replication Group', version: 3, latency: { create: 5000, update: 2500, delete: 2500 }, id: (scene) => textIn(scene, 'replication_group_id'),
  attributes: {
    id, replication_group_id: required('string', { check: matches(/^[a-z](?!.*--)[a-z0-9-]{0,38}[a-z0-9]$/) }), description: required('string'), engine: optionalComputed('string', { check: oneOf('redis', 'valkey') }), engine_version: optionalComputed('string'),
    node_type: optionalComputed('string', { check: matches(/^cache\./) }), port: optional('number'), num_cache_clusters: optionalComputed('number'), automatic_failover_enabled: optional('bool'), multi_az_enabled: optional('bool'),
    at_rest_encryption_enabled: optionalComputed('string'), transit_encryption_enabled: optionalComputed('bool'), transit_encryption_mode: optionalComputed('string', { made: () => 'required' }),
    subnet_group_name: optionalComputed('string', { refersTo: { type: 'aws_elasticache_subnet_group', id: (text) => text } }), security_group_ids: optionalComputed(setOf('string')), snapshot_retention_limit: optional('number', { check: between(0, 35) }),
    auto_minor_version_upgrade: optionalComputed('string'), parameter_group_name: optionalComputed('string', { made: () => 'default.valkey8' }), ...tags, arn: arn('elasticache', (scene) => `replicationgroup:${textIn(scene, 'id')}`),
    primary_endpoint_address: computed('string', { made: (scene) => `master.${textIn(scene, 'id')}.c0sim.use1.cache.amazonaws.com` }), reader_endpoint_address: computed('string', { made: (scene) => `replica.${textIn(scene, 'id')}.c0sim.use1.cache.amazonaws.com` }),
    member_clusters: computed(setOf('string')), cluster_enabled: computed('bool'), engine_version_actual: computed('string', { made: () => '8.0.1' }),
  },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};

export const databaseKinds: readonly ResourceKind[] = [subnetGroup('aws_db_subnet_group', 'RDS DB Subnet Group', 'database'), instance, subnetGroup('aws_elasticache_subnet_group', 'ElastiCache Subnet Group', 'cache'), cache];
