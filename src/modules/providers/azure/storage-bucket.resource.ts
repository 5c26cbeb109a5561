import { createHash } from 'node:crypto';
import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { traitsOf } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { IN_GROUP } from './resource-group';

const ASSUMED_GB = 100;
const DAYS_TO_UNDO = 7;

const account = z.object({ account_replication_type: z.string(), access_tier: z.string().nullish(), location: z.string().optional() });
const whyNotAccountName = (text: string): string | undefined => (/^[a-z0-9]{3,24}$/.test(text) ? undefined : 'is not a name a storage account can have');

/** Accounts are known to the whole world by 3 to 24 lower-case letters and digits. */
function accountNameOf(name: string, deployment: string): string {
  const suffix = createHash('sha256').update(`${deployment} ${name}`).digest('hex').slice(0, 8);
  return `${name.replaceAll('-', '').slice(0, 16)}${suffix}`;
}

export const storageBucket = defineResource({
  kind: 'storage_bucket',
  title: 'Storage bucket',
  description: 'A private, encrypted container for files; what is deleted can be brought back for 7 days',
  args: z.strictObject({
    versioning: field.flag({ label: 'Keep older versions', help: 'yes keeps what is overwritten, which is billed too', ask: true, default: true }),
    website: field.flag({ label: 'Public website', help: 'yes serves the container $web to everybody, over TLS', ask: true, default: false }),
    exact_name: field.optionalText({ label: 'Exact account name', help: 'Unique in all of Azure; empty for one made from the name', ask: true, maxLength: 24, check: whyNotAccountName, accepts: '3 to 24 lower-case letters and digits' }),
    storage_class: field.choice({ label: 'Storage class', choices: { Hot: 'Hot', Cool: 'Cool (read monthly)' }, default: 'Hot' }),
    redundancy: field.choice({ label: 'Copies', choices: { LRS: 'In one data centre', ZRS: 'In three zones', GRS: 'In a second region too' }, default: 'LRS' }),
  }),
  render({ name, args, labels, deployment }) {
    const address = `azurerm_storage_account.${name}`;
    return {
      blocks: [
        {
          type: 'azurerm_storage_account',
          body: {
            ...IN_GROUP, name: args.exact_name ?? accountNameOf(name, deployment), account_kind: 'StorageV2', account_tier: 'Standard', account_replication_type: args.redundancy, access_tier: args.storage_class, tags: labels,
            https_traffic_only_enabled: true, min_tls_version: 'TLS1_2', allow_nested_items_to_be_public: false, infrastructure_encryption_enabled: true, cross_tenant_replication_enabled: false, local_user_enabled: false,
            blob_properties: [{ versioning_enabled: args.versioning, delete_retention_policy: [{ days: DAYS_TO_UNDO }], container_delete_retention_policy: [{ days: DAYS_TO_UNDO }] }],
            ...(args.website && { static_website: [{ index_document: 'index.html', error_404_document: '404.html' }] }),
          },
        },
        // Containers have no tags.
        { type: 'azurerm_storage_container', body: { name, storage_account_id: expression(`${address}.id`), container_access_type: 'private' } },
      ],
      outputs: [
        { name: 'account', description: 'Name of the storage account', value: expression(`${address}.name`) },
        { name: 'endpoint', description: 'Address of its blobs', value: expression(`${address}.primary_blob_endpoint`) },
        ...(args.website ? [{ name: 'website', description: 'Address of the website', value: expression(`${address}.primary_web_endpoint`) }] : []),
      ],
    };
  },
  traits: {
    azurerm_storage_account: traitsOf(z.object({ allow_nested_items_to_be_public: z.boolean().nullish(), static_website: z.array(z.unknown()).nullish() }), ({ allow_nested_items_to_be_public: open, static_website: website }) => ({
      isStateful: true, ...((open !== false || website?.length) && { isPublic: 'bucket' as const }),
    })),
    azurerm_storage_container: traitsOf(z.object({ container_access_type: z.string().nullish() }), ({ container_access_type: access }) => (access && access !== 'private' ? { isPublic: 'bucket' } : {})),
  },
  price: {
    azurerm_storage_account: (values, { region: here }) => {
      const parsed = account.safeParse(values);
      if (!parsed.success) return { pricing: 'unknown' };
      const { account_replication_type: copies, access_tier: tier, location: region = here } = parsed.data;
      return {
        pricing: 'components',
        components: [
          { label: 'Storage', sku: `object_storage/${(tier ?? 'Hot').toLowerCase()}-${copies.toLowerCase()}`, region, quantity: ASSUMED_GB, unit: 'gb_month', assumption: `${ASSUMED_GB} GB kept, older versions included` },
          { label: 'Requests and traffic out', sku: 'object_storage/use', region, quantity: 0, unit: 'month', assumption: 'billed by use; none is counted' },
        ],
      };
    },
    azurerm_storage_container: () => ({ pricing: 'free' }),
  },
  naming: { maxLength: 60, refuse: (name) => (name.includes('--') || name.length < 3 ? 'is no name for a container (3 characters or more, no two hyphens in a row)' : undefined) },
  example: { name: 'assets', values: { versioning: 'yes' } },
});
