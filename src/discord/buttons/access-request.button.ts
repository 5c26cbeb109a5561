import type { ButtonInteraction } from 'discord.js';
import { Button, ComponentParam, Context, type ButtonContext } from 'necord';
import { Answers } from '../interaction/acknowledge-in-time.interceptor';
import { actorOf } from '../interaction/actor';
import { changeMessage, openForm, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { RequestDecider } from '../requests/request-decider';
import { asGrantId, asRequestId, ROUTES } from '../routes';
import { decided, moreForm } from '../views/access-request.view';

/** Decides on requests for access, and asks for more of what ends. */
@DiscordHandler()
export class AccessRequestButton {
  constructor(private readonly requests: RequestDecider) {}

  @Answers('update')
  @Button(ROUTES.approveAccess)
  approve(@Context() [interaction]: ButtonContext, @ComponentParam('request') request: string): Promise<void> {
    return this.decide(interaction, request, true);
  }

  @Answers('update')
  @Button(ROUTES.denyAccess)
  deny(@Context() [interaction]: ButtonContext, @ComponentParam('request') request: string): Promise<void> {
    return this.decide(interaction, request, false);
  }

  @Button(ROUTES.askMore)
  async more(@Context() [interaction]: ButtonContext, @ComponentParam('grant') grant: string): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    await openForm(interaction, moreForm(asGrantId(grant)));
  }

  private async decide(interaction: ButtonInteraction, request: string, isApproved: boolean): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const done = await this.requests.decide(actor.value, asRequestId(request), isApproved, interaction.channelId);
    if (!done.ok) return refuse(interaction, done.failure);
    await changeMessage(interaction, decided(done.value, actor.value.userId));
  }
}
