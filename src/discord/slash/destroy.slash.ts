import { UseInterceptors } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { InteractionContextType } from 'discord.js';
import { Context, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { StartDestroy } from '../../modules/sessions';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { actorOf } from '../interaction/actor';
import { refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { LobbyOpener } from '../lobby/lobby-opener';
import { asDeploymentId } from '../routes';

class DestroyOptions {
  @StringOption({ name: 'deployment', description: 'The deployment to end', required: true, autocomplete: true, max_length: 100 })
  deployment!: string;
}

@DiscordHandler()
export class DestroySlash {
  constructor(
    private readonly commands: CommandBus,
    private readonly opener: LobbyOpener,
  ) {}

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-destroy', description: 'End a deployment: see what goes and what it saves, then type its name', contexts: [InteractionContextType.Guild] })
  async destroy(@Context() [interaction]: SlashCommandContext, @Options() { deployment }: DestroyOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const started = await this.commands.execute(new StartDestroy(actor.value, asDeploymentId(deployment.trim())));
    if (!started.ok) return refuse(interaction, started.failure);
    await this.opener.open(interaction, started.value.id);
  }
}
