import { UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { InteractionContextType, type User } from 'discord.js';
import { Context, Options, SlashCommand, StringOption, UserOption, type SlashCommandContext } from 'necord';
import { SESSION_STATES } from '../../modules/sessions';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { administeredSessions } from './session-filter';
import { ProjectOption } from './project-option';

class AdminListOptions {
  @StringOption({ name: 'state', description: 'Only sessions in this state', required: false, choices: SESSION_STATES.map((state) => ({ name: state, value: state })) })
  state?: string;

  @StringOption({ name: 'project', description: 'Only of this project', required: false, autocomplete: true, max_length: 100 })
  project?: string;

  @UserOption({ name: 'member', description: 'Only of this person', required: false })
  member?: User;
}

@DiscordHandler()
export class AdminListSlash {
  constructor(
    private readonly queries: QueryBus,
    private readonly projects: ProjectOption,
  ) {}

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-admin-list', description: 'Administrators: everybody’s sessions, newest first', contexts: [InteractionContextType.Guild] })
  async list(@Context() [interaction]: SlashCommandContext, @Options() { state, project, member }: AdminListOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const projectId = project ? await this.projects.resolve(actor.value, project) : undefined;
    const page = await administeredSessions(this.queries, actor.value, { state: state ?? 'any', project: projectId ?? 'any', member: member?.id ?? 'any' });
    if (!page.ok) return refuse(interaction, page.failure);
    await answerPrivately(interaction, page.value);
  }
}
