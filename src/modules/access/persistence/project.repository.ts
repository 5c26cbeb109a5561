import type { GuildId, ProjectId } from '../../../shared';
import type { Project } from '../domain/project';

export abstract class ProjectRepository {
  /** False where the guild has a project of this name already; nothing is saved then. */
  abstract add(project: Project): Promise<boolean>;
  /** Saves a change of the version that was loaded; undefined where somebody else changed it first. */
  abstract put(project: Project): Promise<Project | undefined>;
  abstract find(id: ProjectId): Promise<Project | undefined>;
  /** By name. */
  abstract listOf(guildId: GuildId): Promise<readonly Project[]>;
  /** Those that have a budget and are not archived, of every guild. */
  abstract budgeted(): Promise<readonly Project[]>;
}
