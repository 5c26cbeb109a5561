import { block, computed, oneBlock, optional, optionalComputed, required, setBlock } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { json, matches, oneOf } from './checks';
import { id, names, regionOf, tags, textIn } from './common-attributes';

const QUICK = { create: 400, update: 400, delete: 300 };
const ofBucket = { id, bucket: required('string', { replaces: true, ...names('aws_s3_bucket') }) };
const bucketId = (scene: Parameters<ResourceKind['id']>[0]): string => textIn(scene, 'bucket');

const bucket: ResourceKind = {
  type: 'aws_s3_bucket', label: 'S3 Bucket', version: 0, latency: { create: 1200, update: 600, delete: 800 }, id: bucketId,
  alreadyExists: (name) => `BucketAlreadyExists: The requested bucket name is not available: ${name}`,
  attributes: {
    id, bucket: optionalComputed('string', { replaces: true, check: matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/) }), force_destroy: optional('bool'), ...tags,
    arn: computed('string', { made: (scene) => `arn:aws:s3:::${textIn(scene, 'bucket')}` }), bucket_domain_name: computed('string', { made: (scene) => `${textIn(scene, 'bucket')}.s3.amazonaws.com` }),
    bucket_regional_domain_name: computed('string', { made: (scene) => `${textIn(scene, 'bucket')}.s3.${regionOf(scene)}.amazonaws.com` }), hosted_zone_id: computed('string', { made: () => 'Z3AQBSTGFYJSTF' }),
  },
  blocks: {},
};

const publicAccess: ResourceKind = {
  type: 'aws_s3_bucket_public_access_block', label: 'S3 Bucket Public Access Block', version: 0, latency: QUICK, id: bucketId,
  attributes: { ...ofBucket, block_public_acls: optional('bool'), block_public_policy: optional('bool'), ignore_public_acls: optional('bool'), restrict_public_buckets: optional('bool') },
  blocks: {},
};

const encryption: ResourceKind = {
  type: 'aws_s3_bucket_server_side_encryption_configuration', label: 'S3 Bucket Server Side Encryption', version: 0, latency: QUICK, id: bucketId,
  attributes: ofBucket,
  blocks: {
    rule: setBlock(block({ bucket_key_enabled: optional('bool') }, {
      apply_server_side_encryption_by_default: oneBlock(block({ sse_algorithm: required('string', { check: oneOf('AES256', 'aws:kms', 'aws:kms:dsse') }), kms_master_key_id: optional('string') })),
    }), { min: 1 }),
  },
};

const versioning: ResourceKind = {
  type: 'aws_s3_bucket_versioning', label: 'S3 Bucket Versioning', version: 0, latency: QUICK, id: bucketId,
  attributes: ofBucket,
  blocks: { versioning_configuration: oneBlock(block({ status: required('string', { check: oneOf('Enabled', 'Suspended', 'Disabled') }), mfa_delete: optionalComputed('string') }), { min: 1 }) },
};

const policy: ResourceKind = {
  type: 'aws_s3_bucket_policy', label: 'S3 Bucket Policy', version: 0, latency: QUICK, id: bucketId,
  attributes: { ...ofBucket, policy: required('string', { check: json }) },
  blocks: {},
};

export const bucketKinds: readonly ResourceKind[] = [bucket, publicAccess, encryption, versioning, policy];
