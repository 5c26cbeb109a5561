import type { PlanId } from '../../../shared';
import type { JsonObject, JsonValue } from './json';
import type { ToolName } from './terraform-tool';

/**
 * Terraform's own words, and two of ours for what a reconciliation does to the state alone: `import` takes in an object that
 * exists, `refresh` brings its entry up to date. `forget` drops an entry whose object is gone.
 */
export type PlanAction = 'create' | 'update' | 'delete' | 'read' | 'no-op' | 'forget' | 'import' | 'refresh';

/** As Terraform counts: a replacement is one to add and one to destroy. */
export interface ChangeCounts {
  readonly add: number;
  readonly change: number;
  readonly destroy: number;
  /** How many of those are replacements. Absent: none. */
  readonly replace?: number;
  /** Objects to be taken into the state, and entries of the state to be brought up to date. Absent: none. */
  readonly import?: number;
  readonly refresh?: number;
}

/** Something the plan will do. What stays as it is has no change. */
export interface PlannedChange {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly actions: readonly PlanAction[];
  /** Destroyed and created again, in whichever order. */
  readonly replace: boolean;
}

/** A managed resource before and after the plan, changed or not. Sensitive values read `(redacted)`. */
export interface PlannedResource {
  readonly address: string;
  readonly type: string;
  readonly actions: readonly PlanAction[];
  /** Null where it does not exist yet. */
  readonly before: JsonObject | null;
  /** Null where it will not exist any more; values known only after apply are absent. */
  readonly after: JsonObject | null;
  /** `true` at the place of every value known only after apply. */
  readonly afterUnknown: JsonValue;
}

/** An object that an interrupted run may have left, and that no state knows. */
export interface Orphan {
  readonly address: string;
  /** What the cloud calls it, redacted; absent where the run was interrupted before it was told. */
  readonly id?: string;
  /** `begun`, `failed`: it may or may not exist; `refused`: it could not be imported; `later`: the next reconciliation takes it in. */
  readonly reason: 'begun' | 'failed' | 'refused' | 'later';
}

/** A saved plan: what it will do, and everything it is bound to. */
export interface PlanOutcome {
  readonly planId: PlanId;
  /** SHA-256 of the plan file, in hex. */
  readonly sha256: string;
  readonly configDigest: string;
  /** SHA-256 of the dependency lock file, in hex; of nothing where no provider has to be installed. */
  readonly lockDigest: string;
  /** The state the plan was made from; null where the deployment has none yet. */
  readonly stateSerial: number | null;
  readonly stateLineage: string | null;
  readonly tool: ToolName;
  readonly version: string;
  readonly counts: ChangeCounts;
  readonly changes: readonly PlannedChange[];
  readonly resources: readonly PlannedResource[];
  /** SHA-256, in hex, over every change: its address, its actions and all its values. Two plans with the same one do the same. */
  readonly digest: string;
  /** What a person has to look for in the cloud's own console. */
  readonly orphans: readonly Orphan[];
  /** For a reconciliation: applying it settles everything that interrupted runs left. */
  readonly settles: boolean;
  readonly durationMs: number;
}
