import { block, computed, mapOf, oneBlock, optional, optionalComputed, required, setBlock, timeouts } from '../../engine/build';
import type { ResourceKind, Scene } from '../../engine/schema';
import { objectsOf, textOf } from '../../engine/value';
import { CloudError } from '../../engine/cloud-error';
import { matches, oneOf } from './checks';
import { id, project, region, selfLink } from './common-attributes';
import { namesNetwork, projectOf, regionOf } from './paths';

const nameOf = ({ object }: Scene): string => textOf(object.name) ?? '';

const instance: ResourceKind = {
  type: 'google_sql_database_instance', label: 'DatabaseInstance', version: 0, latency: { create: 7000, update: 3000, delete: 2500 }, id: nameOf,
  admit: ({ object, cloud }) => {
    const [settings] = objectsOf(object.settings);
    const [addresses] = objectsOf(settings?.ip_configuration);
    if (addresses?.ipv4_enabled === false && textOf(addresses.private_network) === undefined) throw new CloudError('googleapi: Error 400: Invalid request: At least one of Public IP or Private IP or PSC connectivity must be enabled., invalid');
    if (textOf(addresses?.private_network) !== undefined && cloud.list('google_service_networking_connection').length === 0) {
      throw new CloudError('googleapi: Error 400: Invalid request: Incorrect Service Networking config for instance: SERVICE_NETWORKING_NOT_ENABLED., invalid');
    }
  },
  release: ({ object }) => {
    if (object.deletion_protection === true) throw new CloudError('cannot destroy instance without setting deletion_protection=false and running `terraform apply`');
  },
  attributes: {
    id, name: optionalComputed('string', { replaces: true, check: matches('^[a-z][-a-z0-9]{0,96}[a-z0-9]$') }), project, region, self_link: selfLink, database_version: required('string', { check: matches('^(POSTGRES|MYSQL|SQLSERVER)_') }), deletion_protection: optional('bool', { default: true }),
    instance_type: optionalComputed('string', { made: () => 'CLOUD_SQL_INSTANCE' }), encryption_key_name: optionalComputed('string', { replaces: true }), maintenance_version: optionalComputed('string', { made: () => 'simulated' }),
    connection_name: computed('string', { made: (scene) => `${projectOf(scene)}:${regionOf(scene)}:${nameOf(scene)}` }), private_ip_address: computed('string', { made: () => '10.200.0.3' }), first_ip_address: computed('string', { made: () => '10.200.0.3' }), public_ip_address: computed('string'),
    service_account_email_address: computed('string', { made: () => 'p518212340071-sim@gcp-sa-cloud-sql.iam.gserviceaccount.com' }),
  },
  blocks: {
    settings: oneBlock(block({
      tier: required('string', { check: matches('^db-') }), edition: optionalComputed('string', { check: oneOf('ENTERPRISE', 'ENTERPRISE_PLUS'), made: () => 'ENTERPRISE' }), availability_type: optional('string', { default: 'ZONAL', check: oneOf('ZONAL', 'REGIONAL') }), disk_type: optionalComputed('string', { check: oneOf('PD_SSD', 'PD_HDD', 'HYPERDISK_BALANCED'), made: () => 'PD_SSD' }),
      disk_size: optionalComputed('number', { made: () => 10 }), disk_autoresize: optional('bool', { default: true }), disk_autoresize_limit: optional('number', { default: 0 }), deletion_protection_enabled: optional('bool'), user_labels: optionalComputed(mapOf('string')), activation_policy: optional('string', { default: 'ALWAYS' }),
      pricing_plan: optional('string', { default: 'PER_USE' }), connector_enforcement: optionalComputed('string', { made: () => 'NOT_REQUIRED' }), version: computed('number', { made: () => 1 }), effective_availability_type: computed('string', { made: ({ block: settings }) => settings.availability_type ?? '' }),
    }, {
      database_flags: setBlock(block({ name: required('string'), value: required('string') })),
      backup_configuration: oneBlock(block({ enabled: optional('bool'), binary_log_enabled: optional('bool'), point_in_time_recovery_enabled: optional('bool'), start_time: optionalComputed('string', { made: () => '04:00' }), transaction_log_retention_days: optionalComputed('number', { made: () => 7 }), location: optional('string') }, {
        backup_retention_settings: oneBlock(block({ retained_backups: required('number'), retention_unit: optional('string', { default: 'COUNT' }) })),
      })),
      ip_configuration: oneBlock(block({
        ipv4_enabled: optional('bool', { default: true }), private_network: optional('string', { refersTo: namesNetwork.refersTo, spelling: namesNetwork.spelling }), ssl_mode: optionalComputed('string', { check: oneOf('ALLOW_UNENCRYPTED_AND_ENCRYPTED', 'ENCRYPTED_ONLY', 'TRUSTED_CLIENT_CERTIFICATE_REQUIRED') }), server_ca_mode: optionalComputed('string', { made: () => 'GOOGLE_MANAGED_INTERNAL_CA' }), allocated_ip_range: optional('string'),
      })),
    })),
    timeouts: timeouts('create', 'update', 'delete'),
  },
};

const database: ResourceKind = {
  type: 'google_sql_database', label: 'Database', version: 0, latency: { create: 800, update: 600, delete: 500 }, id: (scene) => `projects/${projectOf(scene)}/instances/${textOf(scene.object.instance) ?? ''}/databases/${nameOf(scene)}`,
  attributes: {
    id, name: required('string', { replaces: true }), instance: required('string', { replaces: true, refersTo: { type: 'google_sql_database_instance', id: (text) => text } }), project, charset: optionalComputed('string', { made: () => 'UTF8' }), collation: optionalComputed('string', { made: () => 'en_US.UTF8' }), deletion_policy: optional('string'), self_link: selfLink,
  },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};

export const sqlKinds: readonly ResourceKind[] = [instance, database];
