import type { GrantId, ProjectId, UserId } from '../../../shared';
import type { Actor } from '../domain/actor';
import type { Grant } from '../domain/grant';

/** Grants; whether one is alive is decided by the database's clock alone. */
export abstract class GrantRepository {
  abstract add(grant: Grant): Promise<void>;
  /** Everything alive that a person holds on these projects, by themselves or by a role. */
  abstract heldBy(actor: Pick<Actor, 'guildId' | 'userId' | 'roleIds'>, projectIds: readonly ProjectId[]): Promise<readonly Grant[]>;
  /** Alive ones of these projects, the next to end first. */
  abstract alive(projectIds: readonly ProjectId[], limit: number): Promise<readonly Grant[]>;
  /** Whether or not it is over. */
  abstract find(id: GrantId): Promise<Grant | undefined>;
  /** Undefined where it is over. */
  abstract findAlive(id: GrantId): Promise<Grant | undefined>;
  /** Those of these that are alive, which stay so until the surrounding transaction ends. */
  abstract hold(ids: readonly GrantId[]): Promise<readonly GrantId[]>;
  /** False where it is over already. */
  abstract revoke(id: GrantId, by: UserId): Promise<boolean>;
  /** Alive ones that end within this time and whose holder was not told so, each of them handed out once, ever. */
  abstract takeEndingSoon(withinMs: number): Promise<readonly Grant[]>;
  /** Those that have ended since the last time somebody asked. */
  abstract takeEnded(): Promise<readonly Grant[]>;
}
