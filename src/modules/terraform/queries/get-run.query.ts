import { Query } from '@nestjs/cqrs';
import type { RunId } from '../../../shared';
import type { RunSummary } from '../domain/run';

/** A run as it stands now; undefined where none was begun under this id. */
export class GetRun extends Query<RunSummary | undefined> {
  constructor(readonly runId: RunId) {
    super();
    Object.freeze(this);
  }
}
