import type { DeploymentId, PlanId, RunId } from '../../../shared';
import type { JournalStep } from '../domain/journal';
import type { JsonValue } from '../domain/json';
import type { RunCounts, RunEnd, RunKind, RunOutcome, RunSummary } from '../domain/run';
import type { LineDraft, RunLine } from '../domain/run-line';

export interface NewRun {
  readonly id: RunId;
  readonly kind: RunKind;
  readonly deploymentId: DeploymentId;
  readonly planId: PlanId;
  readonly workerId: string;
}

/** Where a follower goes on. */
export interface FollowedRun {
  readonly run: RunSummary;
  /** Bytes of the output whose lines are stored. */
  readonly outputOffset: number;
  readonly sealedSecrets: Buffer | null;
}

/** A step at rest: what the cloud calls the object is sealed as `id <run>`, and its address, where it may not be shown as it is, as `address <run>`. */
export interface JournalEntry extends Omit<JournalStep, 'id'> {
  readonly sealedId: Buffer | null;
  readonly sealedAddress: Buffer | null;
}

/** Lines and what they tell, stored together with how far the output was read. */
export interface RunBatch {
  readonly lines: readonly LineDraft[];
  readonly outputOffset: number;
  readonly counts: RunCounts;
  readonly journal: readonly JournalEntry[];
  /** Stays true once it was. */
  readonly lostProvider: boolean;
  /** Kept if it is the run's first. */
  readonly error?: string;
}

export interface RunEnding {
  readonly outcome: RunOutcome;
  readonly exitCode: number | null;
  /** Used where no line told an error. */
  readonly error?: string;
  readonly outputs: Readonly<Record<string, JsonValue>>;
  readonly resourcesInState: number;
  /** Absent: from the run's start to now, by the database's clock. */
  readonly durationMs?: number;
}

/**
 * Runs and their lines. `follower` is a fence: it is set by whoever begins to follow, every later write carries it, and a write
 * whose fence was taken over changes nothing and answers false.
 */
export abstract class RunRepository {
  /** False where a run of this id is known already, or another one is at work on the deployment. */
  abstract add(run: NewRun): Promise<boolean>;
  abstract find(id: RunId): Promise<RunSummary | undefined>;
  /** How it ended; undefined while it has not. */
  abstract endOf(id: RunId): Promise<RunEnd | undefined>;
  /** This worker's, oldest first. */
  abstract listOpen(workerId: string): Promise<RunId[]>;
  /** Which of these directories of runs nobody needs any more: of runs that ended long ago, and left nothing to reconcile. */
  abstract longOver(ids: readonly string[], days: number): Promise<readonly RunId[]>;
  /** Those of these that have ended. */
  abstract ended(ids: readonly string[]): Promise<readonly RunId[]>;
  abstract readLines(id: RunId, afterNumber: number, limit: number): Promise<RunLine[]>;
  /** The same as text, each with its number and time; undefined where there are none. */
  abstract logText(id: RunId, afterNumber: number, limit: number): Promise<{ readonly text: string; readonly lastNumber: number } | undefined>;
  /** Opens a run of a plan again, whatever came of it before. */
  abstract reopen(id: RunId, workerId: string): Promise<void>;
  /** Ends plans of this deployment that are still open: whoever makes them is lost, or finds out with the next line. */
  abstract endPlansOf(deploymentId: DeploymentId, except: RunId): Promise<void>;
  /** Takes the fence; undefined where the run has ended. */
  abstract takeOver(id: RunId, follower: string): Promise<FollowedRun | undefined>;
  /** Keeps what has to be redacted for a follower after this one. */
  abstract keepSecrets(id: RunId, sealedSecrets: Buffer): Promise<void>;
  abstract markRunning(id: RunId, follower: string): Promise<boolean>;
  /** Holds the fence until the surrounding transaction ends. */
  abstract hold(id: RunId, follower: string): Promise<boolean>;
  abstract append(id: RunId, follower: string, batch: RunBatch): Promise<boolean>;
  /** Exactly once per run. */
  abstract end(id: RunId, follower: string, ending: RunEnding): Promise<boolean>;
  /** What interrupted runs of this deployment created or began to, oldest first, until a reconciliation settles it. */
  abstract unsettled(deploymentId: DeploymentId): Promise<readonly (JournalEntry & { readonly runId: RunId })[]>;
  abstract settle(deploymentId: DeploymentId): Promise<void>;
  /** False where the run has ended. */
  abstract requestCancel(id: RunId, how: { readonly force?: boolean }): Promise<boolean>;
  abstract isCancelRequested(id: RunId): Promise<boolean>;
  abstract hasLostProvider(id: RunId): Promise<boolean>;
  /** True once a stop by force was wanted. */
  abstract isForced(id: RunId): Promise<boolean>;
  /** The signal that is due, each of them once per run: for the follower that may send it. */
  abstract claimSignal(id: RunId, follower: string): Promise<'cancel' | 'force' | undefined>;
}
