import { UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { InteractionContextType, PermissionFlagsBits, type ChatInputCommandInteraction } from 'discord.js';
import { Context, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { CreateProject } from '../../modules/access';
import { ListProviders } from '../../modules/providers';
import { fail, failure, ok, type Result } from '../../shared';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { code, plain } from '../views/text';

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
}

@DiscordHandler()
export class CreateProjectSlash {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
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
    const providers = listed(options.providers);
    const regions = listed(options.regions);
    const known = await this.queries.execute(new ListProviders());
    const names = known.map(({ name }) => name);
    const unknown = providers.filter((name) => !names.includes(name));
    if (unknown.length > 0) return fail(failure('PROJECT.PROVIDERS', `Unknown provider: ${unknown.map((name) => code(name, 40)).join(', ')}. Choose from ${names.join(', ')}.`, 'providers'));
    const places = known.filter(({ name }) => providers.includes(name)).flatMap((provider) => provider.regions.map(({ name }) => name));
    const nowhere = regions.filter((region) => !places.includes(region));
    if (nowhere.length > 0) return fail(failure('PROJECT.REGIONS', `Unknown region: ${nowhere.map((name) => code(name, 40)).join(', ')}. Choose from ${places.slice(0, 15).join(', ')}.`, 'regions'));
    const project = await this.commands.execute(new CreateProject(actor.value, { name: options.name, environment: options.environment, providers, regions, ...(options.credentials && { credentialsProfile: options.credentials }) }));
    return project.ok ? ok(project.value) : project;
  }
}

function listed(text: string | null | undefined): string[] {
  return [...new Set((text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== ''))];
}
