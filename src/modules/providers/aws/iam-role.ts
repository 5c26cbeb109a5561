import type { RenderedBlock } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';

/** Lets one of Amazon's services act as a role. */
export const trustIn = (service: string): string => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: `${service}.amazonaws.com` } }] });

/** A role's policies of Amazon's own, by name; each attached by itself, so that one more leaves the others alone. */
export function attachmentsOf(role: string, policies: readonly string[], partOf: (policy: string) => string): readonly RenderedBlock[] {
  return policies.map((policy) => ({
    type: 'aws_iam_role_policy_attachment', part: partOf(policy.slice(policy.lastIndexOf('/') + 1)),
    body: { role: expression(`aws_iam_role.${role}.name`), policy_arn: `arn:aws:iam::aws:policy/${policy}` },
  }));
}
