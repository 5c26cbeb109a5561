import { createHash } from 'node:crypto';

const SUFFIX_LENGTH = 8;

/** The longest resource name that leaves room for the suffix in the 63 characters of a bucket's name. */
export const BUCKET_NAME_MAX = 63 - SUFFIX_LENGTH - 1;

/** A bucket's name, unique in all of Google's cloud: the resource's name and a suffix that stays with the deployment. */
export function bucketNameOf(name: string, deployment: string): string {
  return `${name}-${createHash('sha256').update(deployment).digest('hex').slice(0, SUFFIX_LENGTH)}`;
}

/** Google keeps its own name, and what looks like it, out of bucket names ("Bucket naming guidelines", Cloud Storage). */
export function whyReserved(name: string): string | undefined {
  return /^goog|g[o0]{2}g[l1]e/.test(name) ? 'is too close to Google\'s own name' : undefined;
}

/** Why a bucket cannot be called exactly so, as a phrase that follows the name. */
export function whyNotBucketName(name: string): string | undefined {
  return /^[a-z0-9][-_a-z0-9]{1,61}[a-z0-9]$/.test(name) ? whyReserved(name) : 'is not a bucket name';
}
