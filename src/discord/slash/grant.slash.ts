import { UseInterceptors } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { GuildMember, InteractionContextType, Role, type ChatInputCommandInteraction, type User } from 'discord.js';
import { Context, MentionableOption, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { ACCESS_LEVELS, GrantAccess, type GrantHolder } from '../../modules/access';
import { fail, failure, ok, type Result } from '../../shared';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { mentionOf } from '../views/grant.view';
import { moment } from '../views/text';
import { ProjectOption } from './project-option';

class GrantOptions {
  @MentionableOption({ name: 'member-or-role', description: 'Who gets access: a person, or everybody with a role', required: true })
  holder!: GuildMember | User | Role;

  @StringOption({ name: 'project', description: 'To which project', required: true, autocomplete: true, max_length: 100 })
  project!: string;

  @StringOption({ name: 'level', description: 'READ sees, DEPLOY deploys, ADMIN administers', required: true, choices: ACCESS_LEVELS.map((level) => ({ name: level, value: level })) })
  level!: string;

  @StringOption({ name: 'duration', description: 'Such as 90m, 8h or 3d; 8 hours where left out', required: false, max_length: 10 })
  duration?: string;

  @StringOption({ name: 'reason', description: 'Why; it stays in the history, and without it nothing is given', required: false, max_length: 300 })
  reason?: string;
}

@DiscordHandler()
export class GrantSlash {
  constructor(
    private readonly commands: CommandBus,
    private readonly projects: ProjectOption,
  ) {}

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-grant', description: 'Give somebody, or a role, access to a project for a while', contexts: [InteractionContextType.Guild] })
  async grant(@Context() [interaction]: SlashCommandContext, @Options() { project, level, reason, duration }: GrantOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const holder = holderIn(interaction);
    if (!holder.ok) return refuse(interaction, holder.failure);
    const projectId = await this.projects.resolve(actor.value, project);
    const granted = await this.commands.execute(new GrantAccess(actor.value, projectId, holder.value, level, reason ?? '', duration ?? undefined, interaction.channelId));
    if (!granted.ok) return refuse(interaction, granted.failure);
    await answerPrivately(interaction, { content: `🔑 ${mentionOf(holder.value)} has **${granted.value.level}** until ${moment(granted.value.endsAt, 'f')} (${moment(granted.value.endsAt)}).` });
  }
}

/** Whoever was named, as Discord knows them at this moment. */
function holderIn(interaction: ChatInputCommandInteraction): Result<GrantHolder> {
  const named = interaction.options.getMentionable('member-or-role', true);
  if (named instanceof Role) return ok({ kind: 'role', id: named.id });
  if (!(named instanceof GuildMember)) return fail(failure('GRANT.NOT_A_MEMBER', 'They are not a member of this server any more. Choose somebody who is.', 'member-or-role'));
  if (named.user.bot) return fail(failure('GRANT.BOT', 'Bots get no access. Choose a person or a role.', 'member-or-role'));
  return ok({ kind: 'user', id: named.id });
}
