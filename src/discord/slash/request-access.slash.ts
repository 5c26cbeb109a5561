import { UseInterceptors } from '@nestjs/common';
import { InteractionContextType } from 'discord.js';
import { Context, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { ACCESS_LEVELS, RequestAccess } from '../../modules/access';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { actorOf } from '../interaction/actor';
import { refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { RequestSender } from '../requests/request-sender';

class RequestOptions {
  @StringOption({ name: 'project', description: 'Its exact name, where it is not suggested', required: true, autocomplete: true, max_length: 100 })
  project!: string;

  @StringOption({ name: 'level', description: 'READ sees, DEPLOY deploys, ADMIN administers', required: true, choices: ACCESS_LEVELS.map((level) => ({ name: level, value: level })) })
  level!: string;

  @StringOption({ name: 'duration', description: 'Such as 90m, 8h or 3d', required: true, max_length: 10 })
  duration!: string;

  @StringOption({ name: 'reason', description: 'Why; it stays in the history', required: true, max_length: 300 })
  reason!: string;
}

@DiscordHandler()
export class RequestAccessSlash {
  constructor(private readonly sender: RequestSender) {}

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-request-access', description: 'Ask the administrators of a project for access', contexts: [InteractionContextType.Guild] })
  async request(@Context() [interaction]: SlashCommandContext, @Options() { project, ...wanted }: RequestOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    await this.sender.send(interaction, new RequestAccess(actor.value, project.trim().slice(0, 100), wanted, interaction.channelId));
  }
}
