import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { STATEFUL, traitsOf } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { uniqueName, UNIQUE_SUFFIX_LENGTH } from '../domain/unique-name';
import { named } from './aws-tags';
import { websiteOf } from './bucket-website';

const ASSUMED_GB = 100;

/** "Bucket naming rules": what Amazon keeps for itself, and what looks like an address. */
const whyNotBucketName = (text: string): string | undefined => {
  if (!/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(text)) return 'is not a bucket name';
  return whyReserved(text);
};
const whyReserved = (text: string): string | undefined => (/^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|--x-s3|--table-s3)$/.test(text) ? 'is kept by Amazon for itself' : undefined);

const CLOSED = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];

export const storageBucket = defineResource({
  kind: 'storage_bucket',
  title: 'Storage bucket',
  description: 'A private, encrypted bucket for files; as a website, a CDN with TLS in front of it',
  args: z.strictObject({
    versioning: field.flag({ label: 'Keep older versions', help: 'yes keeps what is overwritten, which is billed too', ask: true, default: true }),
    website: field.flag({ label: 'Public website', help: 'yes serves its files to everybody, through CloudFront', ask: true, default: false }),
    exact_name: field.optionalText({ label: 'Exact bucket name', help: 'Unique in all of AWS; empty for the name and a short suffix', ask: true, maxLength: 63, check: whyNotBucketName, accepts: '3 to 63 lower-case letters, digits and hyphens' }),
  }),
  render({ name, args, labels, deployment }) {
    const address = `aws_s3_bucket.${name}`;
    const bucket = expression(`${address}.id`);
    const website = args.website ? websiteOf(name, uniqueName(name, deployment), labels) : undefined;
    return {
      blocks: [
        { type: 'aws_s3_bucket', body: { bucket: args.exact_name ?? uniqueName(name, deployment), force_destroy: false, tags: named(name, labels) } },
        { type: 'aws_s3_bucket_public_access_block', body: { bucket, block_public_acls: true, block_public_policy: true, ignore_public_acls: true, restrict_public_buckets: true } },
        { type: 'aws_s3_bucket_server_side_encryption_configuration', body: { bucket, rule: [{ bucket_key_enabled: true, apply_server_side_encryption_by_default: [{ sse_algorithm: 'AES256' }] }] } },
        { type: 'aws_s3_bucket_versioning', body: { bucket, versioning_configuration: [{ status: args.versioning ? 'Enabled' : 'Suspended' }] } },
        ...(website?.blocks ?? []),
      ],
      outputs: [
        { name: 'name', description: 'Name of the bucket', value: expression(`${address}.bucket`) },
        { name: 'arn', description: 'ARN of the bucket', value: expression(`${address}.arn`) },
        ...(website?.outputs ?? []),
      ],
    };
  },
  traits: {
    aws_s3_bucket: STATEFUL,
    aws_s3_bucket_public_access_block: traitsOf(z.record(z.string(), z.unknown()), (block) => (CLOSED.every((guard) => block[guard] === true) ? {} : { isPublic: 'bucket' })),
  },
  price: {
    aws_s3_bucket: (_values, { region }) => ({
      pricing: 'components',
      components: [
        { label: 'Storage', sku: 'object_storage/standard', region, quantity: ASSUMED_GB, unit: 'gb_month', assumption: `${ASSUMED_GB} GB kept, older versions included` },
        { label: 'Requests and traffic out', sku: 'object_storage/use', region, quantity: 0, unit: 'month', assumption: 'billed by use; none is counted' },
      ],
    }),
    aws_s3_bucket_public_access_block: () => ({ pricing: 'free' }),
    aws_s3_bucket_server_side_encryption_configuration: () => ({ pricing: 'free' }),
    aws_s3_bucket_versioning: () => ({ pricing: 'free' }),
    aws_s3_bucket_policy: () => ({ pricing: 'free' }),
    aws_cloudfront_origin_access_control: () => ({ pricing: 'free' }),
    aws_cloudfront_distribution: () => ({ pricing: 'components', components: [{ label: 'Traffic out', sku: 'cdn/out', region: 'global', quantity: 0, unit: 'gb_month', assumption: 'billed by use; the first TB of a month is free' }] }),
  },
  naming: { maxLength: 63 - UNIQUE_SUFFIX_LENGTH, refuse: whyReserved },
  example: { name: 'assets', values: { versioning: 'yes' } },
});
