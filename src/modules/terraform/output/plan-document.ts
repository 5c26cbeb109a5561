import { z } from 'zod';
import type { JsonObject, JsonValue } from '../domain/json';
import type { ChangeCounts, PlanAction, PlannedChange, PlannedResource } from '../domain/plan-outcome';
import { masked, sensitiveStrings } from '../redaction/sensitive-values';

const json: z.ZodType<JsonValue> = z.json();
const action = z.enum(['create', 'update', 'delete', 'read', 'no-op', 'forget']);

const planDocument = z.object({
  resource_changes: z.array(z.object({
    address: z.string(), mode: z.string(), type: z.string(), name: z.string(),
    change: z.object({
      actions: z.array(action), before: json.nullish(), after: json.nullish(), after_unknown: json.nullish(), before_sensitive: json.nullish(), after_sensitive: json.nullish(),
    }),
  })).default([]),
});

/** What `show -json` says of a plan, with everything sensitive masked, and apart from it what was masked. */
export interface PlanContents {
  readonly counts: ChangeCounts;
  readonly changes: readonly PlannedChange[];
  readonly resources: readonly PlannedResource[];
  readonly secrets: readonly string[];
}

/** @throws where the text is not a plan: Terraform itself is broken then. */
export function readPlan(text: string): PlanContents {
  const managed = planDocument.parse(JSON.parse(text)).resource_changes.filter(({ mode }) => mode === 'managed');
  const changes = managed.filter(({ change }) => !change.actions.every((one) => one === 'no-op' || one === 'read')).map(({ address, type, name, change }) => ({
    address, type, name, actions: change.actions, replace: change.actions.includes('create') && change.actions.includes('delete'),
  }));
  const having = (wanted: PlanAction): number => changes.filter(({ actions }) => actions.includes(wanted)).length;
  const replace = changes.filter((change) => change.replace).length;
  return {
    counts: { add: having('create'), change: having('update'), destroy: having('delete'), ...(replace > 0 && { replace }) },
    changes,
    resources: managed.map(({ address, type, change }) => ({
      address, type, actions: change.actions, before: object(change.before, change.before_sensitive), after: object(change.after, change.after_sensitive), afterUnknown: change.after_unknown ?? {},
    })),
    secrets: managed.flatMap(({ change }) => [...sensitiveStrings(change.before ?? null, change.before_sensitive ?? false), ...sensitiveStrings(change.after ?? null, change.after_sensitive ?? false)]),
  };
}

function object(value: JsonValue | undefined, mask: JsonValue | undefined): JsonObject | null {
  const clean = masked(value ?? null, mask ?? undefined);
  return clean !== null && typeof clean === 'object' && !Array.isArray(clean) ? (clean as JsonObject) : null;
}
