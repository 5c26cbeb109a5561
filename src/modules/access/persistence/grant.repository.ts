import type { ProjectId, UserId } from '../../../shared';
import type { AccessLevel } from '../domain/access-level';
import type { Grant } from '../domain/grant';

export abstract class GrantRepository {
  abstract add(grant: Grant): Promise<void>;
  /** The highest level alive now, by the database's clock, of a person on each of these projects; those without one are absent. */
  abstract levelsOf(userId: UserId, projectIds: readonly ProjectId[]): Promise<ReadonlyMap<ProjectId, AccessLevel>>;
}
