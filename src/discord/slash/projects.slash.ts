import { QueryBus } from '@nestjs/cqrs';
import { InteractionContextType } from 'discord.js';
import { Context, SlashCommand, type SlashCommandContext } from 'necord';
import { ListProjects } from '../../modules/access';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { projectList } from '../views/grant.view';

@DiscordHandler()
export class ProjectsSlash {
  constructor(private readonly queries: QueryBus) {}

  @SlashCommand({ name: 'cloud-projects', description: 'The projects you may see, what you may do there, and until when', contexts: [InteractionContextType.Guild] })
  async list(@Context() [interaction]: SlashCommandContext): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    await answerPrivately(interaction, projectList(await this.queries.execute(new ListProjects(actor.value, 'READ'))));
  }
}
