import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { traitsOf } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { uniqueName, UNIQUE_SUFFIX_LENGTH } from '../domain/unique-name';
import { SPACES_REGIONS } from './digitalocean-regions';

const whyNotSpaceName = (text: string): string | undefined => (/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(text) ? undefined : 'is not a name a Space can have');

export const storageBucket = defineResource({
  kind: 'storage_bucket',
  title: 'Storage bucket',
  description: 'A private Space for files; as a website, its public files come over a CDN with TLS',
  args: z.strictObject({
    versioning: field.flag({ label: 'Keep older versions', help: 'yes keeps what is overwritten, which is billed too', ask: true, default: true }),
    website: field.flag({ label: 'Public website', help: 'yes lets everybody list and read it, over a CDN', ask: true, default: false }),
    exact_name: field.optionalText({ label: 'Exact name', help: 'Unique in its region; empty for the name and a short suffix', ask: true, maxLength: 63, check: whyNotSpaceName, accepts: '3 to 63 lower-case letters, digits and hyphens' }),
    location: field.optionalText({ label: 'Location', help: 'Where Spaces are; empty for the session\'s region or nyc3', maxLength: 10, check: (text) => (SPACES_REGIONS.includes(text) ? undefined : 'has no Spaces'), accepts: SPACES_REGIONS.join(', ') }),
  }),
  handles: (name) => ({ urn: expression(`digitalocean_spaces_bucket.${name}.urn`) }),
  // Spaces have no tags.
  render({ name, args, region, deployment }) {
    const address = `digitalocean_spaces_bucket.${name}`;
    return {
      blocks: [
        {
          type: 'digitalocean_spaces_bucket',
          body: {
            name: args.exact_name ?? uniqueName(name, deployment), region: args.location ?? (SPACES_REGIONS.includes(region) ? region : 'nyc3'),
            acl: args.website ? 'public-read' : 'private', force_destroy: false, versioning: [{ enabled: args.versioning }],
          },
        },
        ...(args.website ? [{ type: 'digitalocean_cdn', part: 'cdn', body: { origin: expression(`${address}.bucket_domain_name`), ttl: 3600 } }] : []),
      ],
      outputs: [
        { name: 'name', description: 'Name of the Space', value: expression(`${address}.name`) },
        { name: 'domain', description: 'Address of the Space', value: expression(`${address}.bucket_domain_name`) },
        ...(args.website ? [{ name: 'website', description: 'Address of the website', value: expression(`digitalocean_cdn.${name}_cdn.endpoint`) }] : []),
      ],
    };
  },
  traits: {
    digitalocean_spaces_bucket: traitsOf(z.object({ acl: z.string().nullish() }), ({ acl }) => ({ isStateful: true, ...(acl?.startsWith('public') && { isPublic: 'bucket' as const }) })),
  },
  price: {
    digitalocean_spaces_bucket: (values) => {
      const parsed = z.object({ region: z.string() }).safeParse(values);
      if (!parsed.success) return { pricing: 'unknown' };
      return { pricing: 'components', components: [{ label: 'Spaces', sku: 'object_storage/spaces', region: parsed.data.region, quantity: 1, unit: 'month', assumption: '250 GB kept and 1 TB out are included; billed once for all Spaces of an account' }] };
    },
    digitalocean_cdn: () => ({ pricing: 'free' }),
  },
  naming: { maxLength: 63 - UNIQUE_SUFFIX_LENGTH },
  example: { name: 'assets', values: { versioning: 'yes' } },
});
