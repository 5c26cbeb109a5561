import type { RunOutcome } from '../domain/run';
import { plainError } from '../output/error-in-words';
import type { RunEnding } from '../persistence/run.repository';
import type { SupervisedExit } from '../process/supervised-process';
import type { StateWatch } from './state-watch';

export interface EndedCommand {
  /** Undefined where nobody was left to write it down. */
  readonly exit: SupervisedExit | undefined;
  readonly stderr: string;
  readonly wasCancelled: boolean;
  /** What was in flight was abandoned. */
  readonly wasForced: boolean;
  /** A provider was gone before Terraform was. */
  readonly lostProvider: boolean;
}

const LOST = 'Terraform was killed before it could finish. What it had begun may exist without being recorded.';
const LOST_PROVIDER = 'A provider ended in the middle of its work. What it had begun may exist without being recorded.';
const DAMAGED = 'Terraform left a state that cannot be read. It is kept on the worker that ran this.';

/** What became of an apply. An error that Terraform itself reported goes before the one said here. */
export function endingOf(command: EndedCommand, { state, isDamaged }: Pick<StateWatch, 'state' | 'isDamaged'>): RunEnding {
  const { exit } = command;
  const outcome = isDamaged ? 'interrupted' : outcomeOf(command);
  const error = isDamaged ? DAMAGED : errorOf(outcome, command);
  return {
    outcome,
    exitCode: exit?.code ?? null,
    outputs: state?.outputs ?? {},
    resourcesInState: state?.resourceCount ?? 0,
    ...(exit && { durationMs: exit.durationMs }),
    ...(error !== undefined && { error }),
  };
}

function errorOf(outcome: RunOutcome, { exit, stderr, lostProvider }: EndedCommand): string | undefined {
  if (outcome === 'succeeded') return undefined;
  if (outcome === 'interrupted') return exit?.signal === null && lostProvider ? LOST_PROVIDER : LOST;
  if (exit?.error !== undefined) return `Terraform could not be started: ${exit.error}`;
  return plainError(stderr) || `Terraform ended with exit code ${exit?.code} and gave no reason.`;
}

// A signal that ended Terraform itself was not asked for here: SIGINT lets it end in order.
function outcomeOf({ exit, wasCancelled, wasForced, lostProvider }: EndedCommand): RunOutcome {
  if (!exit || exit.signal !== null) return 'interrupted';
  if (exit.code === 0) return 'succeeded';
  if (wasForced || lostProvider) return 'interrupted';
  return wasCancelled ? 'cancelled' : 'failed';
}
