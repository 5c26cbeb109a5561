import { Query } from '@nestjs/cqrs';
import type { RunId } from '../../../shared';

/** A part of a run's log as text. */
export interface RunLogPart {
  /** Every line with its number and time, each with a line break. */
  readonly text: string;
  /** The number of the last line in it: where the next part goes on. */
  readonly lastNumber: number;
}

/** The next lines of a run's log after a number, as text: for logs of hundreds of thousands of lines. Undefined where there are none. */
export class ReadRunLog extends Query<RunLogPart | undefined> {
  constructor(readonly runId: RunId, readonly afterNumber: number) {
    super();
    Object.freeze(this);
  }
}
