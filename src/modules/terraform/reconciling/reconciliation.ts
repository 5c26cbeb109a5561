import type { Orphan } from '../domain/plan-outcome';
import type { JournalStep } from '../domain/journal';
import type { Importable } from './import-blocks';

/** What interrupted runs made or began that the newest state does not have. */
export interface Unrecorded {
  readonly imports: readonly Importable[];
  readonly orphans: readonly Orphan[];
}

/** Compares the journal of interrupted runs with what the state and the configuration know. The newest step about an object counts. */
export function unrecorded(journal: readonly JournalStep[], inState: readonly string[], configured: ReadonlySet<string>): Unrecorded {
  const recorded = new Set(inState);
  const newest = new Map(journal.filter(({ address }) => !recorded.has(address)).map((step) => [step.address, step]));
  const steps = [...newest.values()];
  const known = steps.flatMap(({ address, id }) => (id === undefined ? [] : [{ address, id }]));
  return {
    imports: known.filter(({ address }) => configured.has(address)),
    orphans: [
      ...known.filter(({ address }) => !configured.has(address)).map((object) => ({ ...object, reason: 'refused' as const })),
      // Whoever was interrupted cannot be believed that a creation failed: the object may be there all the same.
      ...steps.filter(({ id }) => id === undefined).map(({ address, phase }) => ({ address, reason: phase === 'failed' ? ('failed' as const) : ('begun' as const) })),
    ],
  };
}
