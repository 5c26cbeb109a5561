import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '../../modules/access';
import { ListKinds } from '../../modules/providers';
import { GetSession } from '../../modules/sessions';
import { ok, type Result, type SessionId } from '../../shared';
import { kindPicker } from '../views/kinds.view';

/** The private message where resources are chosen, for a person who may change the session. */
@Injectable()
export class ResourcePicker {
  constructor(private readonly queries: QueryBus) {}

  /** `words`: what stands above the lists; absent: what they are for. */
  async show(actor: Actor, sessionId: SessionId, words?: string): Promise<Result<ReturnType<typeof kindPicker>>> {
    const session = await this.queries.execute(new GetSession(actor, sessionId, true));
    if (!session.ok) return session;
    return ok(kindPicker(session.value, await this.queries.execute(new ListKinds(session.value.provider)), words));
  }
}
