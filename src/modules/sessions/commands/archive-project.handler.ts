import { CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { fail, failure, type Result } from '../../../shared';
import { Authorise, CloseProject, type Project } from '../../access';
import { isTerminal, SESSION_STATES } from '../domain/session-state';
import { DeploymentRepository } from '../persistence/deployment.repository';
import { SessionRepository } from '../persistence/session.repository';
import { ArchiveProject } from './archive-project.command';

const OPEN = SESSION_STATES.filter((state) => !isTerminal(state));

@CommandHandler(ArchiveProject)
export class ArchiveProjectHandler implements ICommandHandler<ArchiveProject> {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly deployments: DeploymentRepository,
    private readonly sessions: SessionRepository,
    private readonly transaction: Transaction,
  ) {}

  async execute({ actor, projectId }: ArchiveProject): Promise<Result<Project>> {
    const authorised = await this.queries.execute(new Authorise(actor, projectId, 'ADMIN'));
    if (!authorised.ok) return authorised;
    return this.transaction.run(async () => {
      const deployed = await this.deployments.existing([projectId], '', 5);
      const open = await this.sessions.select({ projectIds: [projectId], states: OPEN, limit: 5 });
      const inUse = [...new Set([...deployed.map(({ name }) => name), ...open.map(({ values }) => values.deploymentName)])];
      if (inUse.length > 0) return fail(failure('PROJECT.IN_USE', `\`${authorised.value.project.name}\` is in use: ${inUse.map((name) => `\`${name}\``).join(', ')}. End these with \`/cloud-destroy\` or \`/cloud-cancel\` first.`, 'project'));
      return this.commands.execute(new CloseProject(actor, projectId));
    });
  }
}
