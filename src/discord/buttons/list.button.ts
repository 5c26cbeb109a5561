import { QueryBus } from '@nestjs/cqrs';
import { Button, ComponentParam, Context, type ButtonContext } from 'necord';
import { Answers } from '../interaction/acknowledge-in-time.interceptor';
import { actorOf } from '../interaction/actor';
import { changeMessage, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { ROUTES } from '../routes';
import { administeredSessions, listSessions } from '../slash/session-filter';

@DiscordHandler()
export class ListButton {
  constructor(private readonly queries: QueryBus) {}

  @Answers('update')
  @Button(ROUTES.listSessions)
  async turn(@Context() [interaction]: ButtonContext, @ComponentParam('filter') filter: string, @ComponentParam('after') after: string): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    await changeMessage(interaction, await listSessions(this.queries, actor.value, filter, after));
  }

  @Answers('update')
  @Button(ROUTES.adminList)
  async turnAdministered(@Context() [interaction]: ButtonContext, @ComponentParam() { state = 'any', project = 'any', member = 'any', after = 'newest' }: Record<string, string>): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const page = await administeredSessions(this.queries, actor.value, { state, project, member }, after);
    if (!page.ok) return refuse(interaction, page.failure);
    await changeMessage(interaction, page.value);
  }
}
