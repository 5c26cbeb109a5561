import type { PlanToCheck } from '../queries/check-plan.query';

/**
 * What a policy gets as `input`: the part of Terraform's plan JSON that policies read, with sensitive values redacted, and
 * beside it, under `cloud_engine`, what Terraform does not know.
 */
export function regoInput({ project, provider, region, purpose, resources, cost }: PlanToCheck): string {
  return JSON.stringify({
    format_version: '1.2',
    resource_changes: resources.map(({ address, type, actions, before, after, afterUnknown }) => ({
      address, mode: 'managed', type, name: address.slice(address.lastIndexOf('.') + 1), change: { actions, before, after, after_unknown: afterUnknown },
    })),
    cloud_engine: {
      project: project.name, environment: project.environment, provider, region, purpose,
      cost: { monthly_usd: cost.monthlyUsd, difference_monthly_usd: cost.differenceMonthlyUsd, complete: cost.complete },
    },
  });
}
