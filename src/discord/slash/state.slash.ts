import { UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { InteractionContextType, type ChatInputCommandInteraction } from 'discord.js';
import { Context, IntegerOption, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { DownloadState, ListStates } from '../../modules/sessions';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { asDeploymentId } from '../routes';
import { stateList } from '../views/state-list.view';

class StateOptions {
  @StringOption({ name: 'deployment', description: 'The deployment whose state it is', required: true, autocomplete: true, max_length: 100 })
  deployment!: string;

  @IntegerOption({ name: 'version', description: 'Downloads this one; lists them where left out', required: false, min_value: 1, max_value: 2_000_000_000 })
  version?: number;
}

@DiscordHandler()
export class StateSlash {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-state', description: 'Administrators: the stored Terraform states of a deployment', contexts: [InteractionContextType.Guild] })
  async state(@Context() [interaction]: SlashCommandContext, @Options() { deployment, version }: StateOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const id = asDeploymentId(deployment.trim());
    if (version) return this.download(interaction, new DownloadState(actor.value, id, version));
    const states = await this.queries.execute(new ListStates(actor.value, id));
    if (!states.ok) return refuse(interaction, states.failure);
    await answerPrivately(interaction, stateList(states.value));
  }

  private async download(interaction: ChatInputCommandInteraction, command: DownloadState): Promise<void> {
    const state = await this.commands.execute(command);
    if (!state.ok) return refuse(interaction, state.failure);
    const { fileName, bytes } = state.value;
    await answerPrivately(interaction, { content: '🔐 This state holds secrets in clear. Keep it nowhere, and share it with nobody.', files: [{ attachment: bytes, name: fileName }] });
  }
}
