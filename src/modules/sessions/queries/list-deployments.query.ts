import { Query } from '@nestjs/cqrs';
import type { Actor } from '../../access';
import type { Deployment } from '../domain/deployment';

export interface DeploymentView extends Deployment {
  readonly projectName: string;
}

/** Deployments that something may be left of, in projects where the actor may deploy, by name. */
export class ListDeployments extends Query<readonly DeploymentView[]> {
  /** `text`: part of the name or id. `limit`: at most 50. */
  constructor(readonly actor: Actor, readonly text: string, readonly limit: number) {
    super();
    Object.freeze(this);
  }
}
