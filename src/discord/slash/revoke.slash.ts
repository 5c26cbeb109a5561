import { UseInterceptors } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { InteractionContextType } from 'discord.js';
import { Context, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { RevokeGrant } from '../../modules/access';
import type { GrantId } from '../../shared';
import { CloudAutocomplete } from '../autocomplete/cloud.autocomplete';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { mentionOf } from '../views/grant.view';

class RevokeOptions {
  @StringOption({ name: 'grant', description: 'The grant that ends now; others stay', required: true, autocomplete: true, max_length: 100 })
  grant!: string;
}

@DiscordHandler()
export class RevokeSlash {
  constructor(private readonly commands: CommandBus) {}

  @UseInterceptors(CloudAutocomplete)
  @SlashCommand({ name: 'cloud-revoke', description: 'End a grant at once', contexts: [InteractionContextType.Guild] })
  async revoke(@Context() [interaction]: SlashCommandContext, @Options() { grant }: RevokeOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const revoked = await this.commands.execute(new RevokeGrant(actor.value, grant.trim().slice(0, 40) as GrantId));
    if (!revoked.ok) return refuse(interaction, revoked.failure);
    await answerPrivately(interaction, { content: `🔒 ${mentionOf(revoked.value.holder)} does not have this **${revoked.value.level}** any more. Other grants they hold stay.` });
  }
}
