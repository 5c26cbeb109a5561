import type { DeploymentId, PlanId, RunId } from '../../../shared';
import type { RunEnd, RunSummary } from '../domain/run';
import type { RunLine } from '../domain/run-line';
import type { RunLineRow } from './run-line.row';
import type { RunRow } from './run.row';

export function toSummary(row: RunRow): RunSummary {
  return {
    id: row.id as RunId,
    kind: row.kind,
    deploymentId: row.deploymentId as DeploymentId,
    planId: row.planId as PlanId,
    state: row.state,
    ...(row.outcome && { outcome: row.outcome }),
    counts: countsOf(row),
    ...(row.error !== null && { error: row.error }),
    startedAt: row.startedAt,
    ...(row.endedAt && { endedAt: row.endedAt }),
    lineCount: row.lineCount,
    workerId: row.workerId,
  };
}

export function toEnd(row: RunRow): RunEnd | undefined {
  if (row.outcome === null) return undefined;
  return {
    outcome: row.outcome,
    exitCode: row.exitCode,
    ...(row.error !== null && { error: row.error }),
    counts: countsOf(row),
    outputs: row.outputs,
    resourcesInState: row.resourcesInState,
    durationMs: Number(row.durationMs),
  };
}

export function toLine(row: RunLineRow): RunLine {
  return { number: row.number, at: row.at, level: row.level, kind: row.kind, ...(row.address !== null && { address: row.address }), text: row.text };
}

function countsOf({ added, changed, destroyed }: RunRow): RunSummary['counts'] {
  return { added, changed, destroyed };
}
