import { UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { InteractionContextType, type ChatInputCommandInteraction } from 'discord.js';
import { Context, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { ShowCosts, type Costs } from '../../modules/finops';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { costs } from '../views/costs.view';
import { ProjectOption } from './project-option';

class CostsOptions {
  @StringOption({ name: 'project', description: 'Which one; all that you may see where left out', required: false, autocomplete: true, max_length: 100 })
  project?: string;

  @StringOption({ name: 'group-by', description: 'What to add up by', required: false, choices: [{ name: 'project', value: 'project' }, { name: 'owner', value: 'owner' }, { name: 'kind', value: 'kind' }, { name: 'provider', value: 'provider' }] })
  by?: string;
}

@DiscordHandler()
export class CostsSlash {
  constructor(
    private readonly queries: QueryBus,
    private readonly projects: ProjectOption,
  ) {}

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-costs', description: 'What runs, what it costs, and its course over the last 30 days', contexts: [InteractionContextType.Guild] })
  async show(@Context() [interaction]: SlashCommandContext, @Options() { project, by }: CostsOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const projectId = project ? await this.projects.resolve(actor.value, project) : undefined;
    const shown = await this.queries.execute(new ShowCosts(actor.value, projectId, by ?? undefined));
    if (!shown.ok) return refuse(interaction, shown.failure);
    await answerPrivately(interaction, costs(shown.value, namesIn(interaction, shown.value)));
  }
}

// A picture has no mentions: only those whom the bot knows already are named in it.
function namesIn({ guild }: ChatInputCommandInteraction, { by, groups, course }: Costs): ReadonlyMap<string, string> {
  if (by !== 'owner') return new Map();
  const ids = new Set([...groups, ...course].map(({ key }) => key));
  return new Map([...ids].flatMap((id) => {
    const member = guild?.members.cache.get(id);
    return member ? [[id, member.displayName] as const] : [];
  }));
}
