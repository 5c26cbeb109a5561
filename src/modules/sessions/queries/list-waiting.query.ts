import { Query } from '@nestjs/cqrs';
import type { SessionId } from '../../../shared';

/** Sessions whose plan or apply waits for a worker, next one first: at most 500. */
export class ListWaiting extends Query<readonly SessionId[]> {}
