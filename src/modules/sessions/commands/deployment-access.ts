import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { fail, failure, ok, type DeploymentId, type Result } from '../../../shared';
import { Authorise, type AccessLevel, type Actor, type Project } from '../../access';
import type { Deployment } from '../domain/deployment';
import { deploymentNotFound } from '../domain/session-failures';
import { DeploymentRepository } from '../persistence/deployment.repository';

export interface DeploymentCase {
  readonly deployment: Deployment;
  readonly project: Project;
  readonly level: AccessLevel;
}

/** Finds a deployment for a person. What they may not see does not exist for them. */
@Injectable()
export class DeploymentAccess {
  constructor(
    private readonly queries: QueryBus,
    private readonly deployments: DeploymentRepository,
  ) {}

  async see(actor: Actor, id: DeploymentId): Promise<Result<DeploymentCase>> {
    const deployment = await this.deployments.find(id);
    if (!deployment || deployment.guildId !== actor.guildId) return fail(deploymentNotFound());
    const seen = await this.queries.execute(new Authorise(actor, deployment.projectId, 'READ'));
    return seen.ok ? ok({ deployment, project: seen.value.project, level: seen.value.level }) : fail(deploymentNotFound());
  }

  /** One's own with DEPLOY, anybody's with ADMIN. */
  async change(actor: Actor, id: DeploymentId): Promise<Result<DeploymentCase>> {
    const seen = await this.see(actor, id);
    if (!seen.ok || seen.value.level === 'ADMIN') return seen;
    const { level, project, deployment } = seen.value;
    if (level === 'READ') return fail(failure('ACCESS.LEVEL_NEEDED', `This needs DEPLOY on \`${project.name}\`; you have READ. Ask an administrator for \`/cloud-grant\`.`));
    if (deployment.createdBy !== actor.userId) return fail(failure('ACCESS.NOT_OWNER', 'This is somebody else’s deployment: only they and the project’s administrators can change it.'));
    return seen;
  }

  async administer(actor: Actor, id: DeploymentId): Promise<Result<DeploymentCase>> {
    const seen = await this.see(actor, id);
    if (!seen.ok || seen.value.level === 'ADMIN') return seen;
    return fail(failure('ACCESS.LEVEL_NEEDED', `This needs ADMIN on \`${seen.value.project.name}\`; you have ${seen.value.level}. Ask one of its administrators.`));
  }
}
