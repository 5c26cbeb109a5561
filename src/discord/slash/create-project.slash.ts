import { UseInterceptors } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { InteractionContextType, PermissionFlagsBits, type ChatInputCommandInteraction } from 'discord.js';
import { Context, IntegerOption, NumberOption, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { CreateProject } from '../../modules/access';
import { ok, type Result } from '../../shared';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { code, plain } from '../views/text';
import { listed, ProjectValues } from './project-values';

class CreateProjectOptions {
  @StringOption({ name: 'name', description: 'Lower-case letters, digits and hyphens, such as web-shop', required: true, max_length: 39 })
  name!: string;

  @StringOption({ name: 'environment', description: 'In production nobody approves alone what they asked for', required: true, choices: [{ name: 'dev', value: 'dev' }, { name: 'staging', value: 'staging' }, { name: 'production', value: 'production' }] })
  environment!: string;

  @StringOption({ name: 'providers', description: 'Clouds that may be used here, separated by commas', required: true, autocomplete: true, max_length: 100 })
  providers!: string;

  @StringOption({ name: 'regions', description: 'Regions that may be used, separated by commas; all where left out', required: false, autocomplete: true, max_length: 300 })
  regions?: string;

  @StringOption({ name: 'credentials', description: 'Credentials profile; default where left out', required: false, max_length: 39 })
  credentials?: string;

  @IntegerOption({ name: 'approvals', description: 'How many others have to approve each plan; 1 in production, else 0', required: false, min_value: 0, max_value: 5 })
  approvals?: number;

  @NumberOption({ name: 'budget', description: 'In US dollars a month', required: false, min_value: 1 })
  budget?: number;
}

@DiscordHandler()
export class CreateProjectSlash {
  constructor(
    private readonly commands: CommandBus,
    private readonly values: ProjectValues,
  ) {}

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-create-project', description: 'Create a project, where deployments live', contexts: [InteractionContextType.Guild], defaultMemberPermissions: [PermissionFlagsBits.ManageGuild] })
  async create(@Context() [interaction]: SlashCommandContext, @Options() options: CreateProjectOptions): Promise<void> {
    const created = await this.execute(interaction, options);
    if (!created.ok) return refuse(interaction, created.failure);
    const { name, environment, providers } = created.value;
    await answerPrivately(interaction, { content: `✅ Created the project **${plain(name)}** (${environment}) for ${providers.map((provider) => code(provider)).join(', ')}.\nGive somebody access with \`/cloud-grant\`, then deploy with \`/cloud-deploy\`.` });
  }

  private async execute(interaction: ChatInputCommandInteraction, options: CreateProjectOptions): Promise<Result<{ name: string; environment: string; providers: readonly string[] }>> {
    const actor = actorOf(interaction);
    if (!actor.ok) return actor;
    const lists = await this.values.read(listed(options.providers), listed(options.regions));
    if (!lists.ok) return lists;
    const { name, environment, credentials, approvals, budget } = options;
    const project = await this.commands.execute(new CreateProject(actor.value, {
      name, environment, ...lists.value, ...(credentials && { credentialsProfile: credentials }),
      ...(typeof approvals === 'number' && { approvals }), ...(typeof budget === 'number' && { monthlyBudgetUsd: budget }),
    }));
    return project.ok ? ok(project.value) : project;
  }
}
