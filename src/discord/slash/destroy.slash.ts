import { UseInterceptors } from '@nestjs/common';
import { InteractionContextType } from 'discord.js';
import { Context, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { Answers } from '../interaction/acknowledge-in-time.interceptor';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { DeploymentReopener } from '../lobby/deployment-reopener';

class DestroyOptions {
  @StringOption({ name: 'deployment', description: 'The deployment to end', required: true, autocomplete: true, max_length: 100 })
  deployment!: string;
}

@DiscordHandler()
export class DestroySlash {
  constructor(private readonly deployments: DeploymentReopener) {}

  @Answers('public')
  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-destroy', description: 'End a deployment: see what goes and what it saves, then type its name', contexts: [InteractionContextType.Guild] })
  destroy(@Context() [interaction]: SlashCommandContext, @Options() { deployment }: DestroyOptions): Promise<void> {
    return this.deployments.reopen(interaction, deployment, 'destroy');
  }
}
