import { UseInterceptors } from '@nestjs/common';
import { InteractionContextType } from 'discord.js';
import { Context, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { StartSession } from '../../modules/sessions';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { Answers } from '../interaction/acknowledge-in-time.interceptor';
import { actorOf } from '../interaction/actor';
import { refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { LobbyOpener } from '../lobby/lobby-opener';
import { ProjectOption } from './project-option';

class DeployOptions {
  @StringOption({ name: 'project', description: 'Where it will live', required: true, autocomplete: true, max_length: 100 })
  project!: string;

  @StringOption({ name: 'provider', description: 'The cloud', required: true, autocomplete: true, max_length: 40 })
  provider!: string;

  @StringOption({ name: 'name', description: 'Name of the deployment; made from the project’s where left out', required: false, max_length: 39 })
  name?: string;

  @StringOption({ name: 'region', description: 'The project’s or the provider’s default where left out', required: false, autocomplete: true, max_length: 40 })
  region?: string;

  @StringOption({ name: 'blueprint', description: 'A set of resources to begin with; an empty session where left out', required: false, autocomplete: true, max_length: 40 })
  blueprint?: string;

  @StringOption({ name: 'labels', description: 'Such as team=payments, cost-center=42', required: false, max_length: 400 })
  labels?: string;
}

@DiscordHandler()
export class DeploySlash {
  constructor(
    private readonly projects: ProjectOption,
    private readonly opener: LobbyOpener,
  ) {}

  @Answers('public')
  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-deploy', description: 'Open a session: add resources, see the plan and its cost, approve', contexts: [InteractionContextType.Guild] })
  async deploy(@Context() [interaction]: SlashCommandContext, @Options() options: DeployOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const projectId = await this.projects.resolve(actor.value, options.project);
    await this.opener.open(interaction, new StartSession(actor.value, {
      projectId, provider: options.provider, ...(options.name && { deploymentName: options.name }), ...(options.region && { region: options.region }), ...(options.blueprint && { blueprint: options.blueprint }), ...(options.labels && { labels: options.labels }),
    }));
  }
}
