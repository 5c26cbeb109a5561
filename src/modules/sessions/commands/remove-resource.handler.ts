import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Jobs } from '../../../jobs';
import { ok, type Result, type UserId } from '../../../shared';
import { CheckReferences } from '../../providers';
import type { Session } from '../domain/session';
import { RUN_QUEUE, turnFor } from '../queues';
import { RemoveResource } from './remove-resource.command';
import { SessionAccess, type SessionCase } from './session-access';

@CommandHandler(RemoveResource)
export class RemoveResourceHandler implements ICommandHandler<RemoveResource> {
  constructor(
    private readonly access: SessionAccess,
    private readonly queries: QueryBus,
    private readonly jobs: Jobs,
  ) {}

  execute({ actor, sessionId, kind, name }: RemoveResource): Promise<Result<Session>> {
    return this.access.change(
      actor, sessionId, { action: 'session.remove-resource', detail: { kind, name } },
      (opened) => this.remove(opened, actor.userId, kind, name),
      (saved) => (saved.state === 'VALIDATING' ? this.jobs.send(RUN_QUEUE, turnFor('plan', saved)) : Promise.resolve()),
    );
  }

  // Without resources there is nothing to plan, and the session waits as a draft.
  private async remove({ session, now }: SessionCase, by: UserId, kind: string, name: string): Promise<Result<Session>> {
    const removed = session.removeResource(kind, name, by, now);
    if (!removed.ok) return removed;
    const { provider, resources } = removed.value.values;
    const references = await this.queries.execute(new CheckReferences(provider, resources));
    if (!references.ok) return references;
    return resources.length === 0 ? ok(removed.value) : removed.value.requestPlan(now);
  }
}
