import type { DeploymentId, ProjectId } from '../../../shared';
import type { Deployment } from '../domain/deployment';

export abstract class DeploymentRepository {
  /** Adds it, or brings what is stored up to date. */
  abstract put(deployment: Deployment): Promise<void>;
  abstract find(id: DeploymentId): Promise<Deployment | undefined>;
  /** Those of these projects that something may be left of, by name; at most this many. */
  abstract existing(projectIds: readonly ProjectId[], text: string, limit: number): Promise<readonly Deployment[]>;
}
