import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { traitsOf } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { uniqueName, UNIQUE_SUFFIX_LENGTH } from '../domain/unique-name';
import { named } from './aws-tags';
import { attachmentsOf, trustIn } from './iam-role';

const policiesIn = (text: string): readonly string[] => text.split(',').map((policy) => policy.trim());

/** Whoever holds one of these can give themselves everything else. */
const TOO_POWERFUL = /Administrator|FullAccess$|PowerUser|IAM|Organizations|Billing|Root/i;

const whyNotPolicies = (text: string): string | undefined => {
  const policies = policiesIn(text);
  if (policies.some((policy) => !/^[A-Za-z0-9][A-Za-z0-9_-]{2,100}$/.test(policy))) return 'is not a list of names of AWS managed policies';
  if (policies.length > 10) return 'has more than 10 policies';
  if (new Set(policies).size < policies.length) return 'has a policy twice';
  const powerful = policies.find((policy) => TOO_POWERFUL.test(policy));
  return powerful && `has ${powerful}, which is more than a machine should have`;
};

/** Policies that open everything, or the way to everything. */
const BROAD = /\/(AdministratorAccess|PowerUserAccess|IAMFullAccess)|FullAccess$/;

export const serviceAccount = defineResource({
  kind: 'service_account',
  title: 'Service account',
  description: 'A role that machines take on, with the rights you name and no keys',
  args: z.strictObject({
    description: field.text({ label: 'Description', help: 'What it is for', ask: true, default: 'Made with Cloud Engine', maxLength: 200, check: (text) => (/^[\p{L}\p{N} .,:;()/@_-]*$/u.test(text) && /^[\u0020-\u007e\u00a1-\u00ff]*$/.test(text) ? undefined : 'has signs that Amazon does not take'), accepts: 'a short sentence' }),
    roles: field.text({ label: 'Policies', help: 'AWS managed policies, separated by commas; none with full access', placeholder: 'AmazonSSMManagedInstanceCore', ask: true, default: 'AmazonSSMManagedInstanceCore', maxLength: 300, check: whyNotPolicies, accepts: 'names such as AmazonSSMManagedInstanceCore, AmazonS3ReadOnlyAccess' }),
  }),
  handles: (name) => ({ profile: expression(`aws_iam_instance_profile.${name}.name`), role: expression(`aws_iam_role.${name}.name`) }),
  render({ name, args, labels, deployment }) {
    const tags = named(name, labels);
    return {
      blocks: [
        { type: 'aws_iam_role', body: { name: uniqueName(name, deployment), description: args.description, assume_role_policy: trustIn('ec2'), tags } },
        ...attachmentsOf(name, policiesIn(args.roles), (policy) => policy),
        { type: 'aws_iam_instance_profile', body: { name: uniqueName(name, deployment), role: expression(`aws_iam_role.${name}.name`), tags } },
      ],
      outputs: [{ name: 'arn', description: 'ARN of the role', value: expression(`aws_iam_role.${name}.arn`) }],
    };
  },
  traits: {
    aws_iam_role_policy_attachment: traitsOf(z.object({ policy_arn: z.string() }), ({ policy_arn: arn }) => ({ roles: [{ name: arn.slice(arn.lastIndexOf('/') + 1), isBroad: BROAD.test(arn) }] })),
  },
  price: { aws_iam_role: () => ({ pricing: 'free' }), aws_iam_role_policy_attachment: () => ({ pricing: 'free' }), aws_iam_instance_profile: () => ({ pricing: 'free' }) },
  naming: { maxLength: 64 - UNIQUE_SUFFIX_LENGTH },
  example: { name: 'workload', values: { roles: 'AmazonSSMManagedInstanceCore' } },
});
