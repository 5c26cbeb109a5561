import { UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { InteractionContextType } from 'discord.js';
import { Context, IntegerOption, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { GetStatistics } from '../../modules/sessions';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { statistics } from '../views/statistics.view';
import { ProjectOption } from './project-option';

const DAYS = 30;

class StatsOptions {
  @StringOption({ name: 'project', description: 'Which one; all that you administer where left out', required: false, autocomplete: true, max_length: 100 })
  project?: string;

  @IntegerOption({ name: 'days', description: 'How far back; 30 where left out', required: false, min_value: 1, max_value: 365 })
  days?: number;
}

@DiscordHandler()
export class StatsSlash {
  constructor(
    private readonly queries: QueryBus,
    private readonly projects: ProjectOption,
  ) {}

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-stats', description: 'Administrators: what became of the sessions', contexts: [InteractionContextType.Guild] })
  async show(@Context() [interaction]: SlashCommandContext, @Options() { project, days }: StatsOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const projectId = project ? await this.projects.resolve(actor.value, project) : undefined;
    const stats = await this.queries.execute(new GetStatistics(actor.value, projectId, days ?? DAYS));
    if (!stats.ok) return refuse(interaction, stats.failure);
    await answerPrivately(interaction, statistics(stats.value));
  }
}
