import type { RunId } from '../../../shared';

/** New lines of a run are stored, or it has ended. Heard only in the process that follows the run. */
export class RunProgressed {
  constructor(readonly runId: RunId) {
    Object.freeze(this);
  }
}
