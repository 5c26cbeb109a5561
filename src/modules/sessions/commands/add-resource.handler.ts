import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Jobs } from '../../../jobs';
import { fail, type Result, type UserId } from '../../../shared';
import { ParseResource } from '../../providers';
import type { Session } from '../domain/session';
import { notAllowedIn } from '../domain/session-failures';
import { RUN_QUEUE, turnFor } from '../queues';
import { AddResource } from './add-resource.command';
import { SessionAccess, type SessionCase } from './session-access';

@CommandHandler(AddResource)
export class AddResourceHandler implements ICommandHandler<AddResource> {
  constructor(
    private readonly access: SessionAccess,
    private readonly queries: QueryBus,
    private readonly jobs: Jobs,
  ) {}

  execute({ actor, sessionId, kind, values }: AddResource): Promise<Result<Session>> {
    return this.access.change(
      actor, sessionId, { action: 'session.add-resource', detail: { kinds: [kind] } },
      (opened) => this.add(opened, actor.userId, kind, values),
      (saved) => this.jobs.send(RUN_QUEUE, turnFor('plan', saved)),
    );
  }

  private async add({ session, now }: SessionCase, by: UserId, kind: string, values: Readonly<Record<string, string>>): Promise<Result<Session>> {
    if (session.isLocked) return fail(notAllowedIn(session.stateAt(now), 'Adding a resource'));
    const { provider, region, resources } = session.values;
    const resource = await this.queries.execute(new ParseResource({ provider, kind, values, region, existing: resources }));
    if (!resource.ok) return resource;
    const added = session.addResource(resource.value, by, now);
    return added.ok ? added.value.requestPlan(now) : added;
  }
}
