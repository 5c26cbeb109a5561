import type { DeploymentId, PlanId, RunId } from '../../../shared';
import type { JsonValue } from './json';

/** What a plan is made for, and what its apply is called. */
export type AppliedAs = 'apply' | 'destroy' | 'reconcile';
export type RunKind = 'plan' | AppliedAs;
/** `starting`: recorded, Terraform not seen yet. */
export type RunState = 'starting' | 'running' | 'ended';
/** `interrupted`: Terraform was killed or its machine lost; what it had begun may exist unrecorded. */
export type RunOutcome = 'succeeded' | 'failed' | 'interrupted' | 'cancelled';

/** What was really done, counted from Terraform's own reports; a replacement counts in `added` and `destroyed`. */
export interface RunCounts {
  readonly added: number;
  readonly changed: number;
  readonly destroyed: number;
}

/** How an apply ended. */
export interface RunEnd {
  readonly outcome: RunOutcome;
  /** Terraform's own; null where it was killed or never started. */
  readonly exitCode: number | null;
  /** In plain words, redacted; absent on success. */
  readonly error?: string;
  readonly counts: RunCounts;
  /** Outputs that are not sensitive. */
  readonly outputs: Readonly<Record<string, JsonValue>>;
  readonly resourcesInState: number;
  readonly durationMs: number;
}

export interface RunSummary {
  readonly id: RunId;
  readonly kind: RunKind;
  readonly deploymentId: DeploymentId;
  readonly planId: PlanId;
  readonly state: RunState;
  /** Absent until it has ended. */
  readonly outcome?: RunOutcome;
  readonly counts: RunCounts;
  readonly error?: string;
  readonly startedAt: Date;
  readonly endedAt?: Date;
  /** Lines stored so far: the number of the last one. */
  readonly lineCount: number;
  readonly workerId: string;
}
