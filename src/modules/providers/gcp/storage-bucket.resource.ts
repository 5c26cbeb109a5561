import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { STATEFUL, traitsOf } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { uniqueName } from '../domain/unique-name';
import { BUCKET_NAME_MAX, whyNotBucketName, whyReserved } from './bucket-name';
import { GCP_REGIONS } from './gcp-regions';
import { priceBucket } from './storage-bucket.price';

const MULTI_REGIONS = ['us', 'eu', 'asia'];
const SOFT_DELETE_DAYS = 7;

const whyNotLocation = (text: string): string | undefined => {
  const location = text.toLowerCase();
  return MULTI_REGIONS.includes(location) || GCP_REGIONS.some(({ name }) => name === location) ? undefined : 'is no location of Google Cloud';
};

export const storageBucket = defineResource({
  kind: 'storage_bucket',
  title: 'Storage bucket',
  description: 'A private bucket for files; deleted objects can be brought back for 7 days',
  args: z.strictObject({
    storage_class: field.choice({
      label: 'Storage class', help: 'Colder is cheaper to keep and dearer to read', ask: true, default: 'standard',
      choices: { standard: 'Standard', nearline: 'Nearline (read monthly)', coldline: 'Coldline (read quarterly)', archive: 'Archive (read yearly)' },
    }),
    versioning: field.flag({ label: 'Keep older versions', help: 'yes keeps what is overwritten, which is billed too', ask: true, default: true }),
    website: field.flag({ label: 'Public website', help: 'yes lets everybody read its files, over TLS', default: false }),
    location: field.optionalText({
      label: 'Location', help: 'A region, or US, EU or ASIA; empty for the session\'s region', placeholder: 'EU',
      maxLength: 40, check: whyNotLocation, accepts: 'a region such as europe-west1, or US, EU, ASIA',
    }),
    exact_name: field.optionalText({
      label: 'Exact bucket name', help: 'Unique in all of Google Cloud; empty for the name and a short suffix', ask: true, maxLength: 63,
      check: whyNotBucketName, accepts: '3 to 63 lower-case letters, digits, - and _, beginning and ending with a letter or digit',
    }),
  }),
  naming: { maxLength: BUCKET_NAME_MAX, refuse: whyReserved },
  render({ name, args, region, labels, deployment }) {
    const address = `google_storage_bucket.${name}`;
    return {
      blocks: [{
        type: 'google_storage_bucket',
        body: {
          name: args.exact_name ?? uniqueName(name, deployment),
          // Google answers in capitals; said otherwise, every plan would show a change.
          location: (args.location ?? region).toUpperCase(), storage_class: args.storage_class.toUpperCase(), labels,
          uniform_bucket_level_access: true, public_access_prevention: args.website ? 'inherited' : 'enforced', force_destroy: false,
          versioning: [{ enabled: args.versioning }],
          soft_delete_policy: [{ retention_duration_seconds: SOFT_DELETE_DAYS * 86_400 }],
          ...(args.website && { website: [{ main_page_suffix: 'index.html', not_found_page: '404.html' }] }),
        },
      }, ...(args.website ? [{ type: 'google_storage_bucket_iam_member', part: 'public', body: { bucket: expression(`${address}.name`), role: 'roles/storage.objectViewer', member: 'allUsers' } }] : [])],
      outputs: [
        { name: 'name', description: 'Name of the bucket', value: expression(`${address}.name`) },
        { name: 'url', description: 'Address for gsutil and gcloud', value: expression(`${address}.url`) },
      ],
    };
  },
  traits: {
    google_storage_bucket: STATEFUL,
    google_storage_bucket_iam_member: traitsOf(z.object({ member: z.string() }), ({ member }) => (/^all(Authenticated)?Users$/.test(member) ? { isPublic: 'bucket' } : {})),
  },
  price: { google_storage_bucket: priceBucket, google_storage_bucket_iam_member: () => ({ pricing: 'free' }) },
  example: { name: 'assets', values: { storage_class: 'standard', versioning: 'yes' } },
});
