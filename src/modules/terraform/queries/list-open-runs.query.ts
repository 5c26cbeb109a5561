import { Query } from '@nestjs/cqrs';
import type { RunId } from '../../../shared';

/** This worker's runs that have not ended, oldest first: after a restart, plans to be made again and applies to be followed. */
export class ListOpenRuns extends Query<RunId[]> {}
