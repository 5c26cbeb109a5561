import { QueryBus } from '@nestjs/cqrs';
import { InteractionContextType } from 'discord.js';
import { Context, SlashCommand, type SlashCommandContext } from 'necord';
import { ListChanges, ListGrants, ListRequests } from '../../modules/access';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { accessList } from '../views/access-list.view';

@DiscordHandler()
export class AccessSlash {
  constructor(private readonly queries: QueryBus) {}

  @SlashCommand({ name: 'cloud-access', description: 'Administrators: requests that wait for you, and who holds what until when', contexts: [InteractionContextType.Guild] })
  async list(@Context() [interaction]: SlashCommandContext): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const [requests, changes, grants] = [await this.queries.execute(new ListRequests(actor.value)), await this.queries.execute(new ListChanges(actor.value)), await this.queries.execute(new ListGrants(actor.value))];
    await answerPrivately(interaction, accessList(requests, changes, grants));
  }
}
