import { UseInterceptors } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { InteractionContextType, type User } from 'discord.js';
import { Context, Options, SlashCommand, StringOption, UserOption, type SlashCommandContext } from 'necord';
import { ACCESS_LEVELS, GrantAccess } from '../../modules/access';
import type { UserId } from '../../shared';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { moment } from '../views/text';
import { ProjectOption } from './project-option';

class GrantOptions {
  @UserOption({ name: 'member', description: 'Who gets access', required: true })
  member!: User;

  @StringOption({ name: 'project', description: 'To which project', required: true, autocomplete: true, max_length: 100 })
  project!: string;

  @StringOption({ name: 'level', description: 'READ sees, DEPLOY deploys, ADMIN administers', required: true, choices: ACCESS_LEVELS.map((level) => ({ name: level, value: level })) })
  level!: string;

  @StringOption({ name: 'reason', description: 'Why; it stays in the history', required: true, max_length: 300 })
  reason!: string;

  @StringOption({ name: 'duration', description: 'Such as 90m, 8h or 3d; 8 hours where left out', required: false, max_length: 10 })
  duration?: string;
}

@DiscordHandler()
export class GrantSlash {
  constructor(
    private readonly commands: CommandBus,
    private readonly projects: ProjectOption,
  ) {}

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-grant', description: 'Give somebody access to a project for a while', contexts: [InteractionContextType.Guild] })
  async grant(@Context() [interaction]: SlashCommandContext, @Options() { member, project, level, reason, duration }: GrantOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const projectId = await this.projects.resolve(actor.value, project);
    const granted = await this.commands.execute(new GrantAccess(actor.value, projectId, member.id as UserId, level, reason, duration ?? undefined));
    if (!granted.ok) return refuse(interaction, granted.failure);
    await answerPrivately(interaction, { content: `🔑 <@${member.id}> has **${granted.value.level}** until ${moment(granted.value.endsAt, 'f')} (${moment(granted.value.endsAt)}).` });
  }
}
