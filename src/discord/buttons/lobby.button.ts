import { CommandBus } from '@nestjs/cqrs';
import type { ButtonInteraction } from 'discord.js';
import { Button, ComponentParam, Context, type ButtonContext } from 'necord';
import type { Actor } from '../../modules/access';
import { ApproveSession, CancelSession, RefreshSession } from '../../modules/sessions';
import type { Result, SessionId } from '../../shared';
import { actorOf } from '../interaction/actor';
import { acknowledge } from '../interaction/acknowledgement';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { ResourcePicker } from '../modals/resource-picker';
import { LobbyRepository } from '../persistence/lobby.repository';
import { planAgain } from '../views/refusal.view';
import { asPlanId, asSessionId, ROUTES } from '../routes';

/** The buttons below a lobby. The message itself is redrawn by whoever works on the session's news. */
@DiscordHandler()
export class LobbyButton {
  constructor(
    private readonly commands: CommandBus,
    private readonly picker: ResourcePicker,
    private readonly lobbies: LobbyRepository,
  ) {}

  @Button(ROUTES.approve)
  approve(@Context() [interaction]: ButtonContext, @ComponentParam('session') session: string, @ComponentParam('plan') plan: string): Promise<void> {
    return this.press(interaction, session, (actor, sessionId) => this.commands.execute(new ApproveSession(actor, sessionId, asPlanId(plan))));
  }

  @Button(ROUTES.refresh)
  refresh(@Context() [interaction]: ButtonContext, @ComponentParam('session') session: string): Promise<void> {
    return this.press(interaction, session, (actor, sessionId) => this.commands.execute(new RefreshSession(actor, sessionId)));
  }

  @Button(ROUTES.cancel)
  cancel(@Context() [interaction]: ButtonContext, @ComponentParam('session') session: string): Promise<void> {
    return this.press(interaction, session, (actor, sessionId) => this.commands.execute(new CancelSession(actor, sessionId)));
  }

  @Button(ROUTES.addResource)
  async addResource(@Context() [interaction]: ButtonContext, @ComponentParam('session') session: string): Promise<void> {
    const actor = actorOf(interaction);
    const picker = actor.ok ? await this.picker.show(actor.value, asSessionId(session)) : actor;
    if (!picker.ok) return refuse(interaction, picker.failure);
    await answerPrivately(interaction, picker.value);
  }

  private async press(interaction: ButtonInteraction, session: string, act: (actor: Actor, sessionId: SessionId) => Promise<Result<unknown>>): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    await acknowledge(interaction, 'update');
    const done = await act(actor.value, asSessionId(session));
    if (!done.ok) return refuse(interaction, done.failure, done.failure.code === 'SESSION.PLAN_STALE' ? planAgain(asSessionId(session)) : undefined);
    // Should the process have died right after showing the lobby, its place is learned here.
    await this.lobbies.remember(asSessionId(session), { channelId: interaction.message.channelId, messageId: interaction.message.id }, 0);
  }
}
