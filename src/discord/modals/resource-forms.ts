import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { Actor } from '../../modules/access';
import { DescribeForm } from '../../modules/providers';
import { GetSession } from '../../modules/sessions';
import { ok, type Result, type SessionId } from '../../shared';
import { routeTo } from '../routes';
import { resourceForm } from '../views/resource-form.view';

/** Draws a kind's form for a session that the person may change. */
@Injectable()
export class ResourceForms {
  constructor(private readonly queries: QueryBus) {}

  async open(actor: Actor, sessionId: SessionId, kind: string, typed?: Readonly<Record<string, string>>): Promise<Result<APIModalInteractionResponseCallbackData>> {
    const session = await this.queries.execute(new GetSession(actor, sessionId, true));
    if (!session.ok) return session;
    const form = await this.queries.execute(new DescribeForm(session.value.provider, kind));
    if (!form.ok) return form;
    return ok(resourceForm(routeTo.resourceForm(sessionId, form.value.kind), form.value, session.value.resources, typed));
  }
}
