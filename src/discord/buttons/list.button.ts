import { QueryBus } from '@nestjs/cqrs';
import { Button, ComponentParam, Context, type ButtonContext } from 'necord';
import { actorOf } from '../interaction/actor';
import { refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { ROUTES } from '../routes';
import { listSessions } from '../slash/session-filter';

@DiscordHandler()
export class ListButton {
  constructor(private readonly queries: QueryBus) {}

  @Button(ROUTES.listSessions)
  async turn(@Context() [interaction]: ButtonContext, @ComponentParam('filter') filter: string, @ComponentParam('after') after: string): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    await interaction.update(await listSessions(this.queries, actor.value, filter, after));
  }
}
