import type { Deployment } from '../domain/deployment';

export abstract class DeploymentRepository {
  /** Adds it, or brings what is stored up to date. */
  abstract put(deployment: Deployment): Promise<void>;
}
