import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { isInternet, traitsOf } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { uniqueName, UNIQUE_SUFFIX_LENGTH } from '../domain/unique-name';
import { databaseTierOf, whyNotDatabaseTier } from './database-tier';
import { priceDatabase } from './database.price';

const ENGINES = {
  postgres: { version: 'POSTGRES_16', iamFlag: 'cloudsql.iam_authentication' },
  mysql: { version: 'MYSQL_8_4', iamFlag: 'cloudsql_iam_authentication' },
} as const;
const VERSIONS = { POSTGRES_15: 'PostgreSQL 15', POSTGRES_16: 'PostgreSQL 16', POSTGRES_17: 'PostgreSQL 17', MYSQL_8_0: 'MySQL 8.0', MYSQL_8_4: 'MySQL 8.4' } as const;

const reachable = z.object({ settings: z.array(z.object({ ip_configuration: z.array(z.object({ ipv4_enabled: z.boolean().nullish(), authorized_networks: z.array(z.object({ value: z.string() })).nullish() })).nullish() })).nullish() });

export const database = defineResource({
  kind: 'database',
  title: 'Database',
  description: 'Managed PostgreSQL or MySQL with a private address; one for each network',
  args: z.strictObject({
    engine: field.choice({ label: 'Engine', choices: { postgres: 'PostgreSQL', mysql: 'MySQL' }, default: 'postgres', ask: true }),
    size: field.text({ label: 'Size', help: 'small (1.7 GB), medium (4 GB), large (8 GB), or such as db-custom-4-16384', placeholder: 'small', ask: true, default: 'small', maxLength: 40, check: whyNotDatabaseTier, accepts: 'small, medium, large, or a tier such as db-custom-4-16384' }),
    network: field.requiredReference('vpc', { label: 'Network', help: 'The network whose machines may connect', placeholder: 'main', ask: true }),
    version: field.optionalText({ label: 'Version', help: Object.keys(VERSIONS).join(', '), maxLength: 20, check: (text) => (Object.hasOwn(VERSIONS, text) ? undefined : 'is no version'), accepts: Object.keys(VERSIONS).join(', ') }),
    storage_gb: field.number({ label: 'Storage in GB', min: 10, max: 65_536, default: 10, unit: 'GB' }),
    high_availability: field.flag({ label: 'Standby in another zone', default: false }),
    backup_days: field.number({ label: 'Backups kept', min: 1, max: 365, default: 7 }),
  }).superRefine(({ engine, version }, context) => {
    if (version !== undefined && !version.startsWith(engine.toUpperCase())) context.addIssue({ code: 'custom', message: `Version: ${version} is not a version of ${engine}.` });
  }),
  render({ name, args, region, labels, environment, deployment, referenced }) {
    const network = referenced('network')?.network;
    const { version, iamFlag } = ENGINES[args.engine];
    const isProduction = environment === 'production';
    const instance = `google_sql_database_instance.${name}`;
    return {
      blocks: [
        // Google's services reach into the network from a range of its own.
        { type: 'google_compute_global_address', part: 'services', body: { name: `${name}-services`, purpose: 'VPC_PEERING', address_type: 'INTERNAL', prefix_length: 20, network, labels } },
        { type: 'google_service_networking_connection', part: 'services', body: { network, service: 'servicenetworking.googleapis.com', reserved_peering_ranges: [expression(`google_compute_global_address.${name}_services.name`)] } },
        {
          type: 'google_sql_database_instance',
          body: {
            name: uniqueName(name, deployment), region, database_version: args.version ?? version, deletion_protection: isProduction,
            settings: [{
              tier: databaseTierOf(args.size), edition: 'ENTERPRISE', availability_type: args.high_availability ? 'REGIONAL' : 'ZONAL', disk_type: 'PD_SSD', disk_size: args.storage_gb, disk_autoresize: true,
              deletion_protection_enabled: isProduction, user_labels: labels,
              // Nobody has a password here: people and programs sign in with their Google account.
              database_flags: [{ name: iamFlag, value: 'on' }],
              backup_configuration: [{
                enabled: true, ...(args.engine === 'postgres' ? { point_in_time_recovery_enabled: true } : { binary_log_enabled: true }),
                backup_retention_settings: [{ retained_backups: args.backup_days, retention_unit: 'COUNT' }],
              }],
              ip_configuration: [{ ipv4_enabled: false, private_network: network, ssl_mode: 'ENCRYPTED_ONLY' }],
            }],
            depends_on: [`google_service_networking_connection.${name}_services`],
          },
        },
        { type: 'google_sql_database', body: { name: 'app', instance: expression(`${instance}.name`) } },
      ],
      outputs: [
        { name: 'host', description: 'Address within the network', value: expression(`${instance}.private_ip_address`) },
        { name: 'connection', description: 'Name for the Cloud SQL connectors', value: expression(`${instance}.connection_name`) },
      ],
    };
  },
  traits: {
    google_sql_database_instance: traitsOf(reachable, ({ settings }) => {
      const networks = (settings ?? []).flatMap(({ ip_configuration: ip }) => (ip ?? []).flatMap(({ ipv4_enabled: hasAddress, authorized_networks: ranges }) => (hasAddress ? (ranges ?? []) : [])));
      return { isStateful: true, ...(networks.some(({ value }) => isInternet(value)) && { isPublic: 'database' as const }) };
    }),
  },
  price: {
    google_sql_database_instance: priceDatabase,
    google_sql_database: () => ({ pricing: 'free' }),
    google_service_networking_connection: () => ({ pricing: 'free' }),
    // In use by a load balancer or as a range inside a network, it costs nothing by itself.
    google_compute_global_address: () => ({ pricing: 'free' }),
  },
  naming: { maxLength: 63 - Math.max(UNIQUE_SUFFIX_LENGTH, '-services'.length) },
  example: { name: 'db', values: { engine: 'postgres', size: 'small', network: 'main' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
