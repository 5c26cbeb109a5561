import { UNIQUE_SUFFIX_LENGTH } from '../domain/unique-name';

/** The longest resource name that leaves room for the suffix in the 63 characters of a bucket's name. */
export const BUCKET_NAME_MAX = 63 - UNIQUE_SUFFIX_LENGTH;

/** Google keeps its own name, and what looks like it, out of bucket names ("Bucket naming guidelines", Cloud Storage). */
export function whyReserved(name: string): string | undefined {
  return /^goog|g[o0]{2}g[l1]e/.test(name) ? 'is too close to Google\'s own name' : undefined;
}

/** Why a bucket cannot be called exactly so, as a phrase that follows the name. */
export function whyNotBucketName(name: string): string | undefined {
  return /^[a-z0-9][-_a-z0-9]{1,61}[a-z0-9]$/.test(name) ? whyReserved(name) : 'is not a bucket name';
}
