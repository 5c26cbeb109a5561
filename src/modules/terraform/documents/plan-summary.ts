import { createHash } from 'node:crypto';
import type { Redactor } from '../redaction/redactor';
import { masked, sensitiveStrings, stringsIn } from '../redaction/sensitive-values';
import type { JsonObject, JsonValue } from '../domain/json';
import type { PlanJson } from './plan-json';
import type { ChangeCounts, PlanAction, PlannedChange, PlannedResource } from '../domain/plan-outcome';

export interface PlanSummary {
  readonly counts: ChangeCounts;
  readonly changes: readonly PlannedChange[];
  readonly resources: readonly PlannedResource[];
  /** SHA-256, in hex, over every change: its address, its actions and all its values. Two plans with the same one do the same. */
  readonly digest: string;
}

/** What a plan will do, without a secret in it. */
export function summarisePlan(plan: PlanJson, redactor: Redactor, { withDrift = false } = {}): PlanSummary {
  const managed = plan.resource_changes.filter((resource) => resource.mode === 'managed');
  const counted = (action: 'create' | 'update' | 'delete'): number => managed.filter((resource) => resource.change.actions.includes(action)).length;
  const replace = managed.filter((resource) => isReplacement(resource.change.actions)).length;
  const imports = managed.filter((resource) => resource.change.importing);
  const drift = withDrift ? driftOf(plan) : [];
  return {
    counts: { add: counted('create'), change: counted('update'), destroy: counted('delete'), ...(replace > 0 && { replace }), ...(imports.length > 0 && { import: imports.length }), ...(drift.length > 0 && { refresh: drift.length }) },
    changes: [
      ...plan.resource_changes
        .filter((resource) => resource.change.importing || resource.change.actions.some((action) => action !== 'no-op'))
        .map(({ address, type, name, change }) => ({ address, type, name, actions: change.importing ? ['import' as const] : change.actions, replace: isReplacement(change.actions) })),
      ...drift,
    ],
    digest: digestOf(plan),
    resources: managed.map(({ address, type, change }) => ({
      address,
      type,
      actions: change.actions,
      before: shown(change.before, change.before_sensitive, redactor),
      after: shown(change.after, change.after_sensitive, redactor),
      afterUnknown: change.after_unknown ?? {},
    })),
  };
}

function digestOf({ resource_changes: changes, resource_drift: drift }: PlanJson): string {
  const parts = [...changes, ...drift.map((one) => ({ ...one, address: `drift ${one.address}` }))]
    .filter(({ change }) => change.importing || change.actions.some((action) => action !== 'no-op'))
    .map(({ address, change: { actions, before, after, after_unknown: unknown } }) => JSON.stringify([address, actions, before, after, unknown]))
    .sort();
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** What applying a refresh changes in the state, and in nothing else. */
function driftOf(plan: PlanJson): PlannedChange[] {
  return plan.resource_drift
    .filter(({ mode, change }) => mode === 'managed' && change.actions.some((action) => action !== 'no-op'))
    .map(({ address, type, name, change }) => ({ address, type, name, actions: [change.actions.includes('delete') ? 'forget' : 'refresh'], replace: false }));
}

/** Every value the plan marks as sensitive: in resources, outputs and variables. */
export function sensitiveValuesOf(plan: PlanJson): string[] {
  const changes = [...plan.resource_changes.map((resource) => resource.change), ...plan.resource_drift.map((resource) => resource.change), ...Object.values(plan.output_changes)];
  const declared = Object.entries(plan.configuration?.root_module?.variables ?? {}).filter(([, variable]) => variable.sensitive === true);
  return [
    ...changes.flatMap((change) => [
      ...sensitiveStrings(change.before ?? null, change.before_sensitive),
      ...sensitiveStrings(change.after ?? null, change.after_sensitive),
    ]),
    ...declared.flatMap(([name]) => stringsIn(plan.variables?.[name]?.value ?? null)),
  ];
}

function isReplacement(actions: readonly PlanAction[]): boolean {
  return actions.includes('create') && actions.includes('delete');
}

function shown(values: JsonObject | null | undefined, mask: JsonValue | undefined, redactor: Redactor): JsonObject | null {
  if (!values) return null;
  // A mask of `true` hides the whole resource; it stays an object, so that it still exists.
  if (mask === true) return {};
  const clean = redactor.redactJson(masked(values, mask));
  return clean !== null && typeof clean === 'object' && !Array.isArray(clean) ? (clean as JsonObject) : {};
}
