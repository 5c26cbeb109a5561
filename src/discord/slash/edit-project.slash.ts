import { UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ChannelType, InteractionContextType, type ChatInputCommandInteraction, type GuildBasedChannel } from 'discord.js';
import { ChannelOption, Context, IntegerOption, NumberOption, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { Authorise, EditProject, ListAdministrators, type EditedProject, type ProjectEdit, type ProjectRules } from '../../modules/access';
import { Transaction } from '../../database';
import { ArchiveProject } from '../../modules/sessions';
import type { Result } from '../../shared';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { Outbox } from '../outbox/outbox';
import { noticeWish } from '../outbox/wish';
import { changeProposed } from '../views/project-change.view';
import { moment, plain } from '../views/text';
import { ProjectOption } from './project-option';
import { listed, ProjectValues } from './project-values';

class EditProjectOptions {
  @StringOption({ name: 'project', description: 'Which one', required: true, autocomplete: true, max_length: 100 })
  project!: string;

  @StringOption({ name: 'environment', description: 'In production nobody approves alone what they asked for', required: false, choices: [{ name: 'dev', value: 'dev' }, { name: 'staging', value: 'staging' }, { name: 'production', value: 'production' }] })
  environment?: string;

  @StringOption({ name: 'providers', description: 'Clouds that may be used here, separated by commas', required: false, autocomplete: true, max_length: 100 })
  providers?: string;

  @StringOption({ name: 'regions', description: 'Regions that may be used, separated by commas', required: false, autocomplete: true, max_length: 300 })
  regions?: string;

  @StringOption({ name: 'credentials', description: 'Credentials profile', required: false, max_length: 39 })
  credentials?: string;

  @IntegerOption({ name: 'approvals', description: 'How many others have to approve each plan', required: false, min_value: 0, max_value: 5 })
  approvals?: number;

  @NumberOption({ name: 'budget', description: 'In US dollars a month', required: false })
  budget?: number;

  @StringOption({ name: 'sizes', description: 'Sizes that may be used, separated by commas; none lifts the limit', required: false, max_length: 300 })
  sizes?: string;

  @StringOption({ name: 'required-labels', description: 'Labels that every deployment has to carry, separated by commas; none asks for none', required: false, max_length: 300 })
  requiredLabels?: string;

  @NumberOption({ name: 'cost-limit', description: 'A plan that costs more than this beyond what there is, in USD a month, needs one more approver', required: false })
  costLimit?: number;

  @StringOption({ name: 'policies', description: 'The policy set that plans are checked against; none for none', required: false, max_length: 39 })
  policies?: string;

  @ChannelOption({ name: 'channel', description: 'Where requests and warnings are told', required: false, channel_types: [ChannelType.GuildText] })
  channel?: GuildBasedChannel;
}

class ArchiveOptions {
  @StringOption({ name: 'project', description: 'Which one; nothing may be deployed there', required: true, autocomplete: true, max_length: 100 })
  project!: string;
}

@DiscordHandler()
export class EditProjectSlash {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly values: ProjectValues,
    private readonly projects: ProjectOption,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-edit-project', description: 'Change a project: only what is named changes', contexts: [InteractionContextType.Guild] })
  async edit(@Context() [interaction]: SlashCommandContext, @Options() options: EditProjectOptions): Promise<void> {
    const edited = await this.execute(interaction, options);
    if (!edited.ok) return refuse(interaction, edited.failure);
    const { project, proposed } = edited.value;
    const done = `✅ Changed **${plain(project.name)}**. \`/cloud-projects\` shows it as it is now.`;
    await answerPrivately(interaction, { content: proposed ? `🛡️ What protects **${plain(project.name)}** is changed by two administrators, or by who manages this server: another one has been asked to agree, until ${moment(proposed.expiresAt, 'f')}. \`/cloud-access\` lists it.` : done });
  }

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-archive-project', description: 'Close a project in which nothing is deployed any more', contexts: [InteractionContextType.Guild] })
  async archive(@Context() [interaction]: SlashCommandContext, @Options() { project }: ArchiveOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const archived = await this.commands.execute(new ArchiveProject(actor.value, await this.projects.resolve(actor.value, project)));
    if (!archived.ok) return refuse(interaction, archived.failure);
    await answerPrivately(interaction, { content: `🗄️ Archived **${plain(archived.value.name)}**. Its history stays.` });
  }

  private async execute(interaction: ChatInputCommandInteraction, options: EditProjectOptions): Promise<Result<EditedProject>> {
    const actor = actorOf(interaction);
    if (!actor.ok) return actor;
    const projectId = await this.projects.resolve(actor.value, options.project);
    const found = await this.queries.execute(new Authorise(actor.value, projectId, 'ADMIN'));
    if (!found.ok) return found;
    const lists = await this.values.read(options.providers ? listed(options.providers) : found.value.project.providers, options.regions ? listed(options.regions) : options.providers ? [] : found.value.project.regions);
    if (!lists.ok) return lists;
    const edit: ProjectEdit = { ...editIn(options), ...(options.providers && { providers: lists.value.providers }), ...((options.providers || options.regions) && { regions: lists.value.regions }) };
    return this.transaction.run(async () => {
      const edited = await this.commands.execute(new EditProject(actor.value, projectId, edit));
      if (edited.ok && edited.value.proposed) await this.outbox.put(changeProposed(edited.value.proposed, edited.value.project, await this.queries.execute(new ListAdministrators(projectId))).map(noticeWish));
      return edited;
    });
  }
}

// Lists are read by themselves: what they name has to exist.
function editIn({ environment, credentials, approvals, budget, channel, ...options }: EditProjectOptions): ProjectEdit {
  const rules = rulesIn(options);
  return {
    ...(environment && { environment }), ...(credentials && { credentialsProfile: credentials }), ...(typeof approvals === 'number' && { approvals }),
    ...(typeof budget === 'number' && { monthlyBudgetUsd: budget }), ...(channel && { channelId: channel.id }), ...(Object.keys(rules).length > 0 && { rules }),
  };
}

function rulesIn({ sizes, requiredLabels, costLimit, policies }: Pick<EditProjectOptions, 'sizes' | 'requiredLabels' | 'costLimit' | 'policies'>): ProjectRules {
  return {
    ...(sizes && { sizes: emptied(sizes) }), ...(requiredLabels && { requiredLabels: emptied(requiredLabels) }),
    ...(typeof costLimit === 'number' && { costLimitUsd: costLimit }), ...(policies && { policySet: emptied(policies)[0] }),
  };
}

function emptied(text: string): readonly string[] {
  return text.trim().toLowerCase() === 'none' ? [] : listed(text);
}
