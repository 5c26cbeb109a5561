import type { GuildId, UserId } from '../../../shared';

/** Who is acting, as the chat system itself vouches for them: never taken from what they typed. */
export interface Actor {
  readonly guildId: GuildId;
  readonly userId: UserId;
  /** The roles that they have at this moment. */
  readonly roleIds: readonly string[];
  /** May manage the guild: an administrator of all its projects. */
  readonly isGuildManager: boolean;
}
