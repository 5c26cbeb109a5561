import type { PlanId } from '../../../shared';
import type { JsonObject, JsonValue } from './json';
import type { ToolName } from './terraform-tool';

export type PlanAction = 'create' | 'update' | 'delete' | 'read' | 'no-op' | 'forget';

/** As Terraform counts: a replacement is one to add and one to destroy. */
export interface ChangeCounts {
  readonly add: number;
  readonly change: number;
  readonly destroy: number;
  /** How many of those are replacements. Absent: none. */
  readonly replace?: number;
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
  readonly durationMs: number;
}
