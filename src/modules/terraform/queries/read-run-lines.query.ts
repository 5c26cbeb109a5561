import { Query } from '@nestjs/cqrs';
import type { RunId } from '../../../shared';
import type { RunLine } from '../domain/run-line';

export interface RunLinesRequest {
  readonly runId: RunId;
  /** Lines with a higher number; 0 for all. */
  readonly afterNumber: number;
  /** At most this many, the lowest numbers first. */
  readonly limit: number;
}

/** A run's stored lines, in order. */
export class ReadRunLines extends Query<RunLine[]> {
  constructor(readonly request: RunLinesRequest) {
    super();
    Object.freeze(this);
  }
}
