import { computed, optional, optionalComputed, required } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { json, matches } from './checks';
import { arn, id, names, tags, textIn } from './common-attributes';

const QUICK = { create: 700, update: 500, delete: 500 };
const aName = matches(/^[\w+=,.@-]{1,128}$/);

const role: ResourceKind = {
  type: 'aws_iam_role', label: 'IAM Role', version: 0, latency: QUICK, id: (scene) => textIn(scene, 'name'),
  attributes: {
    id, name: optionalComputed('string', { replaces: true, check: matches(/^[\w+=,.@-]{1,64}$/) }), assume_role_policy: required('string', { check: json }), description: optional('string'), path: optional('string', { replaces: true }), max_session_duration: optional('number'), ...tags,
    arn: arn('iam', (scene) => `role/${textIn(scene, 'name')}`), unique_id: computed('string', { made: () => 'AROASIMULATED' }), create_date: computed('string', { made: () => '2026-01-01T00:00:00Z' }),
  },
  blocks: {},
};

const attachment: ResourceKind = {
  type: 'aws_iam_role_policy_attachment', label: 'IAM Role Policy Attachment', version: 0, latency: QUICK, id: (scene) => `${textIn(scene, 'role')}-${textIn(scene, 'policy_arn')}`,
  attributes: { id, role: required('string', names('aws_iam_role')), policy_arn: required('string', { check: matches(/^arn:aws/) }) },
  blocks: {},
};

const profile: ResourceKind = {
  type: 'aws_iam_instance_profile', label: 'IAM Instance Profile', version: 0, latency: QUICK, id: (scene) => textIn(scene, 'name'),
  attributes: { id, name: optionalComputed('string', { check: aName }), role: optional('string', names('aws_iam_role')), path: optional('string'), ...tags, arn: arn('iam', (scene) => `instance-profile/${textIn(scene, 'name')}`), unique_id: computed('string', { made: () => 'AIPASIMULATED' }) },
  blocks: {},
};

export const iamKinds: readonly ResourceKind[] = [role, attachment, profile];
