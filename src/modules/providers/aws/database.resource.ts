import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { traitsOf } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { uniqueName, UNIQUE_SUFFIX_LENGTH } from '../domain/unique-name';
import { named } from './aws-tags';
import { priceDatabase } from './database.price';
import { guardOf } from './guarded-service';
import { nodeClassOf, whyNotNodeClass } from './node-class';

/** In these versions a connection without TLS is refused by default. */
const ENGINES = { postgres: { version: '16', port: 5432, logs: 'postgresql' }, mysql: { version: '8.4', port: 3306, logs: 'error' } } as const;

export const database = defineResource({
  kind: 'database',
  title: 'Database',
  description: 'Managed PostgreSQL or MySQL, encrypted, reached by the machines of its network only',
  args: z.strictObject({
    engine: field.choice({ label: 'Engine', choices: { postgres: 'PostgreSQL', mysql: 'MySQL' }, default: 'postgres', ask: true }),
    size: field.text({ label: 'Size', help: 'small (2 GB), medium (4 GB), large (8 GB), or such as db.m7g.large', placeholder: 'small', ask: true, default: 'small', maxLength: 40, check: whyNotNodeClass('db'), accepts: 'small, medium, large, or a class such as db.m7g.large' }),
    network: field.requiredReference('vpc', { label: 'Network', help: 'The network whose machines may connect', placeholder: 'main', ask: true }),
    version: field.optionalText({ label: 'Version', maxLength: 6, check: (text) => (/^\d{1,2}(\.\d{1,2})?$/.test(text) ? undefined : 'is no version'), accepts: 'a version such as 16 or 8.4' }),
    storage_gb: field.number({ label: 'Storage in GB', min: 20, max: 16_384, default: 20, unit: 'GB' }),
    high_availability: field.flag({ label: 'Standby in another zone', default: false }),
    backup_days: field.number({ label: 'Days of backups', min: 1, max: 35, default: 7, unit: 'days' }),
  }),
  render({ name, args, labels, environment, deployment, referenced }) {
    const network = referenced('network');
    const { version, port, logs } = ENGINES[args.engine];
    const guard = guardOf({ name, part: 'database', port, labels, network });
    const identifier = uniqueName(name, deployment);
    const isProduction = environment === 'production';
    return {
      blocks: [
        { type: 'aws_db_subnet_group', body: { name: identifier, description: 'Private subnets of the network', subnet_ids: [network?.privateSubnet, network?.privateSubnet2], tags: named(name, labels) } },
        ...guard.blocks,
        {
          type: 'aws_db_instance',
          body: {
            identifier, engine: args.engine, engine_version: args.version ?? version, instance_class: nodeClassOf('db', args.size), port,
            allocated_storage: args.storage_gb, storage_type: 'gp3', storage_encrypted: true, multi_az: args.high_availability,
            // Amazon makes the password, keeps it in Secrets Manager and changes it every week.
            username: 'dbadmin', manage_master_user_password: true, iam_database_authentication_enabled: true,
            db_subnet_group_name: expression(`aws_db_subnet_group.${name}.name`), vpc_security_group_ids: [guard.group], publicly_accessible: false,
            backup_retention_period: args.backup_days, copy_tags_to_snapshot: true, auto_minor_version_upgrade: true, enabled_cloudwatch_logs_exports: [logs],
            deletion_protection: isProduction, skip_final_snapshot: !isProduction, ...(isProduction && { final_snapshot_identifier: `${identifier}-final` }),
            tags: named(name, labels),
          },
        },
      ],
      outputs: [
        { name: 'host', description: 'Address within the network', value: expression(`aws_db_instance.${name}.address`) },
        { name: 'port', description: 'Port', value: expression(`aws_db_instance.${name}.port`) },
        { name: 'secret', description: 'Where the password is, in Secrets Manager', value: expression(`aws_db_instance.${name}.master_user_secret[0].secret_arn`) },
      ],
    };
  },
  traits: {
    aws_db_instance: traitsOf(z.object({ storage_encrypted: z.boolean().nullish(), publicly_accessible: z.boolean().nullish() }), ({ storage_encrypted: encrypted, publicly_accessible: open }) => ({
      isStateful: true, isEncrypted: encrypted === true, ...(open && { isPublic: 'database' as const }),
    })),
  },
  price: { aws_db_instance: priceDatabase, aws_db_subnet_group: () => ({ pricing: 'free' }) },
  naming: { maxLength: 60 - UNIQUE_SUFFIX_LENGTH, refuse: (name) => (name.includes('--') ? 'has two hyphens in a row' : undefined) },
  example: { name: 'db', values: { engine: 'postgres', size: 'small', network: 'main' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
