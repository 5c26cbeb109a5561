import { UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { InteractionContextType } from 'discord.js';
import { Context, IntegerOption, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { ListQuotas, SetQuota } from '../../modules/finops';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { quotas } from '../views/quota.view';
import { ProjectOption } from './project-option';

class QuotaOptions {
  @StringOption({ name: 'project', description: 'Which one', required: true, autocomplete: true, max_length: 100 })
  project!: string;
}

class SetQuotaOptions {
  @StringOption({ name: 'project', description: 'Which one', required: true, autocomplete: true, max_length: 100 })
  project!: string;

  @StringOption({ name: 'kind', description: 'Of which kind of resource', required: true, autocomplete: true, max_length: 60 })
  kind!: string;

  @IntegerOption({ name: 'limit', description: 'How many it may have; any number where left out', required: false })
  limit?: number;
}

@DiscordHandler()
export class QuotaSlash {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly projects: ProjectOption,
  ) {}

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-quota', description: 'What a project may have, has, and keeps for sessions', contexts: [InteractionContextType.Guild] })
  async show(@Context() [interaction]: SlashCommandContext, @Options() { project }: QuotaOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const shown = await this.queries.execute(new ListQuotas(actor.value, await this.projects.resolve(actor.value, project)));
    if (!shown.ok) return refuse(interaction, shown.failure);
    await answerPrivately(interaction, quotas(shown.value.project, shown.value.quotas));
  }

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-set-quota', description: 'Administrators: limit how many resources of a kind a project may have', contexts: [InteractionContextType.Guild] })
  async set(@Context() [interaction]: SlashCommandContext, @Options() { project, kind, limit }: SetQuotaOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const projectId = await this.projects.resolve(actor.value, project);
    const changed = await this.commands.execute(new SetQuota(actor.value, projectId, kind.trim(), limit ?? undefined));
    if (!changed.ok) return refuse(interaction, changed.failure);
    const shown = await this.queries.execute(new ListQuotas(actor.value, projectId));
    if (!shown.ok) return refuse(interaction, shown.failure);
    await answerPrivately(interaction, quotas(shown.value.project, shown.value.quotas));
  }
}
