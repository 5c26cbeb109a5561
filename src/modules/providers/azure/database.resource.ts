import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { traitsOf } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { uniqueName, UNIQUE_SUFFIX_LENGTH } from '../domain/unique-name';
import { GROUP_ONLY, IN_GROUP } from './resource-group';

const CANONICAL: Readonly<Record<string, string>> = { small: 'B_Standard_B1ms', medium: 'B_Standard_B2s', large: 'GP_Standard_D2ds_v5' };
const NATIVE = /^(B_Standard_B(1ms|2s|2ms|4ms|8ms)|(GP|MO)_Standard_[DE](2|4|8|16|32|48|64)a?d?s_v[3-5])$/;
const whyNotSize = (size: string): string | undefined => (Object.hasOwn(CANONICAL, size) || NATIVE.test(size) ? undefined : 'is no size we know');
const sizeOf = (size: string): string => (Object.hasOwn(CANONICAL, size) ? (CANONICAL[size] ?? size) : size);

const server = z.object({ sku_name: z.string(), storage_mb: z.number(), location: z.string().optional(), high_availability: z.array(z.unknown()).nullish() });

export const database = defineResource({
  kind: 'database',
  title: 'Database',
  description: 'Managed PostgreSQL inside your network; everybody signs in with Entra ID, without passwords',
  args: z.strictObject({
    // Azure's MySQL wants a password in the configuration, where none may be.
    engine: field.choice({ label: 'Engine', choices: { postgres: 'PostgreSQL' }, default: 'postgres' }),
    size: field.text({ label: 'Size', help: 'small (2 GB), medium (4 GB), large (8 GB), or such as GP_Standard_D4ds_v5', placeholder: 'small', ask: true, default: 'small', maxLength: 40, check: whyNotSize, accepts: 'small, medium, large, or a size such as GP_Standard_D4ds_v5' }),
    network: field.requiredReference('vpc', { label: 'Network', help: 'The network it stands in', placeholder: 'main', ask: true }),
    version: field.choice({ label: 'Version', choices: { '14': '14', '15': '15', '16': '16', '17': '17' }, default: '16' }),
    storage_gb: field.choice({ label: 'Storage in GB', choices: { '32': '32', '64': '64', '128': '128', '256': '256', '512': '512', '1024': '1024' }, default: '32' }),
    high_availability: field.flag({ label: 'Standby in another zone', help: 'Not for the B sizes: small and medium', ask: true, default: false }),
    backup_days: field.number({ label: 'Days of backups', min: 7, max: 35, default: 7, unit: 'days' }),
  }).superRefine(({ size, high_availability: standby }, context) => {
    if (standby && sizeOf(size).startsWith('B_')) context.addIssue({ code: 'custom', message: 'Standby in another zone: Azure gives it from the size large on. Choose large or a GP size.' });
  }),
  render({ name, args, labels, deployment, environment, referenced }) {
    const network = referenced('network');
    const address = `azurerm_postgresql_flexible_server.${name}`;
    const identity = `azurerm_user_assigned_identity.${name}_database`;
    const unique = uniqueName(name, deployment);
    const zone = `azurerm_private_dns_zone.${name}_database`;
    return {
      blocks: [
        { type: 'azurerm_private_dns_zone', part: 'database', body: { ...GROUP_ONLY, name: `${unique}.private.postgres.database.azure.com`, tags: labels } },
        { type: 'azurerm_private_dns_zone_virtual_network_link', part: 'database', body: { ...GROUP_ONLY, name: `${name}-database`, private_dns_zone_name: expression(`${zone}.name`), virtual_network_id: network?.id, tags: labels } },
        {
          type: 'azurerm_postgresql_flexible_server',
          body: {
            ...IN_GROUP, name: unique, version: args.version, sku_name: sizeOf(args.size), storage_mb: Number(args.storage_gb) * 1024, backup_retention_days: args.backup_days, zone: '1', tags: labels,
            delegated_subnet_id: network?.databases, private_dns_zone_id: expression(`${zone}.id`), public_network_access_enabled: false,
            authentication: [{ active_directory_auth_enabled: true, password_auth_enabled: false, tenant_id: expression(`${identity}.tenant_id`) }],
            ...(args.high_availability && { high_availability: [{ mode: 'ZoneRedundant', standby_availability_zone: '2' }] }),
            // The server finds its own name through the link.
            depends_on: [`azurerm_private_dns_zone_virtual_network_link.${name}_database`],
          },
        },
        // The administrator is an identity, which machines can carry: there is no password to keep.
        { type: 'azurerm_user_assigned_identity', part: 'database', body: { ...IN_GROUP, name: `${name}-database-admin`, tags: labels } },
        {
          type: 'azurerm_postgresql_flexible_server_active_directory_administrator',
          body: { ...GROUP_ONLY, server_name: expression(`${address}.name`), object_id: expression(`${identity}.principal_id`), principal_name: expression(`${identity}.name`), principal_type: 'ServicePrincipal', tenant_id: expression(`${identity}.tenant_id`) },
        },
        ...(environment === 'production' ? [{ type: 'azurerm_management_lock', part: 'database', body: { name: `${name}-database`, scope: expression(`${address}.id`), lock_level: 'CanNotDelete', notes: 'A production database: remove this lock to delete it.' } }] : []),
      ],
      outputs: [
        { name: 'host', description: 'Address within the network', value: expression(`${address}.fqdn`) },
        { name: 'administrator', description: 'The identity that administers it', value: expression(`${identity}.client_id`) },
      ],
    };
  },
  traits: {
    azurerm_postgresql_flexible_server: traitsOf(z.object({ public_network_access_enabled: z.boolean().nullish() }), ({ public_network_access_enabled: open }) => ({ isStateful: true, ...(open && { isPublic: 'database' as const }) })),
  },
  price: {
    azurerm_postgresql_flexible_server: (values, { region: here }) => {
      const parsed = server.safeParse(values);
      if (!parsed.success) return { pricing: 'unknown' };
      const { sku_name: sku, storage_mb: storage, location: region = here, high_availability: standby } = parsed.data;
      const count = standby?.length ? 2 : 1;
      return {
        pricing: 'components',
        components: [
          { label: 'Machine', sku: `database/${sku}`, region, quantity: count, unit: 'hour', assumption: 'runs all the time, without discounts' },
          { label: 'Storage', sku: 'database/storage', region, quantity: (storage / 1024) * count, unit: 'gb_month' },
          { label: 'Backups', sku: 'database/backup', region, quantity: 0, unit: 'gb_month', assumption: 'as much as the storage is free' },
        ],
      };
    },
    // A zone costs cents a month by itself, and queries by the million.
    azurerm_private_dns_zone: (_values, { region }) => ({ pricing: 'components', components: [{ label: 'Private zone', sku: 'dns/private-zone', region, quantity: 0, unit: 'month', assumption: 'cents a month; none are counted' }] }),
    azurerm_private_dns_zone_virtual_network_link: () => ({ pricing: 'free' }),
    azurerm_postgresql_flexible_server_active_directory_administrator: () => ({ pricing: 'free' }),
    azurerm_management_lock: () => ({ pricing: 'free' }),
  },
  naming: { maxLength: 63 - UNIQUE_SUFFIX_LENGTH },
  example: { name: 'db', values: { engine: 'postgres', size: 'small', network: 'main' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
