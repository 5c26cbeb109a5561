import { UseInterceptors } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { InteractionContextType } from 'discord.js';
import { Context, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { CancelSession } from '../../modules/sessions';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { asSessionId } from '../routes';
import { code } from '../views/text';

class CancelOptions {
  @StringOption({ name: 'session', description: 'The session to end', required: true, autocomplete: true, max_length: 100 })
  session!: string;
}

@DiscordHandler()
export class CancelSlash {
  constructor(private readonly commands: CommandBus) {}

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-cancel', description: 'End a session; one that is being applied stops after what is in flight', contexts: [InteractionContextType.Guild] })
  async cancel(@Context() [interaction]: SlashCommandContext, @Options() { session }: CancelOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const cancelled = await this.commands.execute(new CancelSession(actor.value, asSessionId(session.trim())));
    if (!cancelled.ok) return refuse(interaction, cancelled.failure);
    const name = code(cancelled.value.values.deploymentName);
    const isStopping = cancelled.value.state === 'APPLYING';
    await answerPrivately(interaction, { content: isStopping ? `🛑 Stopping ${name}: what is in flight will finish, and nothing new begins. The thread tells how it ended.` : `🚫 Cancelled ${name}. Nothing was changed.` });
  }
}
