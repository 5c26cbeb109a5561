import { UseInterceptors } from '@nestjs/common';
import { InteractionContextType } from 'discord.js';
import { Context, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { Answers } from '../interaction/acknowledge-in-time.interceptor';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { DeploymentReopener } from '../lobby/deployment-reopener';

class ReconcileOptions {
  @StringOption({ name: 'deployment', description: 'The deployment whose last apply was interrupted', required: true, autocomplete: true, max_length: 100 })
  deployment!: string;
}

@DiscordHandler()
export class ReconcileSlash {
  constructor(private readonly deployments: DeploymentReopener) {}

  @Answers('public')
  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-reconcile', description: 'After an interrupted apply: find out what exists, and record it', contexts: [InteractionContextType.Guild] })
  reconcile(@Context() [interaction]: SlashCommandContext, @Options() { deployment }: ReconcileOptions): Promise<void> {
    return this.deployments.reopen(interaction, deployment, 'reconcile');
  }
}
