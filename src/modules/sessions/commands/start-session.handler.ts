import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Settings } from '../../../config';
import { Jobs } from '../../../jobs';
import { Clock, fail, failure, newId, ok, type DeploymentId, type Result } from '../../../shared';
import { Authorise, type Project } from '../../access';
import { ExpandBlueprint, ListProviders, type ProviderSummary, type ResourceRequest } from '../../providers';
import { Session } from '../domain/session';
import { deploymentNameTaken, policyDenied } from '../domain/session-failures';
import { readLabels } from '../domain/session-labels';
import { SessionLedger } from '../persistence/session-ledger';
import { RUN_QUEUE, turnFor } from '../queues';
import { SessionPolicy } from './session-policy';
import { StartSession } from './start-session.command';

const NAME = /^[a-z][a-z0-9-]{1,38}$/;

@CommandHandler(StartSession)
export class StartSessionHandler implements ICommandHandler<StartSession> {
  constructor(
    private readonly queries: QueryBus,
    private readonly policy: SessionPolicy,
    private readonly ledger: SessionLedger,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, request }: StartSession): Promise<Result<Session>> {
    const authorised = await this.queries.execute(new Authorise(actor, request.projectId, 'DEPLOY'));
    if (!authorised.ok) return authorised;
    const { project } = authorised.value;
    const providers = await this.queries.execute(new ListProviders());
    const place = placeOf(project, providers, request.provider, request.region);
    if (!place.ok) return place;
    const deploymentName = request.deploymentName?.trim() || nameAfter(project);
    if (!NAME.test(deploymentName)) return fail(failure('DEPLOYMENT.NAME', 'A deployment’s name is 2 to 39 lower-case letters, digits and hyphens, beginning with a letter, such as `web-shop-1`.', 'name'));
    const resources = await this.blueprintResources(place.value, request.blueprint);
    if (!resources.ok) return resources;
    const labels = readLabels(request.labels);
    if (!labels.ok) return labels;
    const now = await this.clock.now();
    const empty = Session.start({ guildId: actor.guildId, projectId: project.id, deploymentName, ...place.value, ownerId: actor.userId, labels: labels.value }, now, this.settings.sessionTtlMinutes);
    const session = startedWith(empty, resources.value, now);
    if (!session.ok) return session;
    const denied = (await this.policy.ofRequest(session.value, project, authorised.value.level)).filter(({ severity }) => severity === 'deny');
    if (denied.length > 0) return fail(policyDenied(denied.map(({ message }) => message)));
    const opened = await this.ledger.openNew(session.value, { ...(request.blueprint && { blueprint: request.blueprint.trim() }) }, async (saved) => {
      if (resources.value.length > 0) await this.jobs.send(RUN_QUEUE, turnFor('plan', saved));
    });
    return opened ? session : fail(deploymentNameTaken(deploymentName, project.name));
  }

  private blueprintResources({ provider, region }: Place, blueprint = ''): Promise<Result<readonly ResourceRequest[]>> {
    if (blueprint.trim() === '') return Promise.resolve(ok([]));
    return this.queries.execute(new ExpandBlueprint(blueprint.trim(), provider, region));
  }
}

interface Place {
  readonly provider: string;
  readonly region: string;
}

/** Resources to begin with are planned as if they had been added one by one. */
function startedWith(session: Session, resources: readonly ResourceRequest[], now: Date): Result<Session> {
  if (resources.length === 0) return ok(session);
  const filled = resources.reduce<Result<Session>>((so, resource) => (so.ok ? so.value.addResource(resource, session.values.ownerId, now) : so), ok(session));
  return filled.ok ? filled.value.requestPlan(now) : filled;
}

function placeOf(project: Project, providers: readonly ProviderSummary[], name: string, wanted?: string): Result<Place> {
  const provider = providers.find((known) => known.name === name);
  if (!provider) return fail(failure('SESSION.PROVIDER', `There is no such provider. Choose from ${providers.map((known) => known.name).join(', ')}.`, 'provider'));
  const known = provider.regions.map((region) => region.name);
  const region = wanted?.trim() || project.regions.find((allowed) => known.includes(allowed)) || provider.defaultRegion;
  if (!known.includes(region)) return fail(failure('SESSION.REGION', `${provider.title} has no such region here. Choose from ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}.`, 'region'));
  return ok({ provider: provider.name, region });
}

function nameAfter(project: Project): string {
  return `${project.name.slice(0, 33).replace(/-$/, '')}-${newId<DeploymentId>('dep').slice(-5)}`;
}
