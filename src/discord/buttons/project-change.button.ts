import { CommandBus } from '@nestjs/cqrs';
import type { ButtonInteraction } from 'discord.js';
import { Button, ComponentParam, Context, type ButtonContext } from 'necord';
import { DecideChange } from '../../modules/access';
import { Answers } from '../interaction/acknowledge-in-time.interceptor';
import { actorOf } from '../interaction/actor';
import { changeMessage, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { asChangeId, ROUTES } from '../routes';
import { changeDecided } from '../views/project-change.view';

/** A second administrator agrees to a change of a project, or declines it. */
@DiscordHandler()
export class ProjectChangeButton {
  constructor(private readonly commands: CommandBus) {}

  @Answers('update')
  @Button(ROUTES.agreeChange)
  agree(@Context() [interaction]: ButtonContext, @ComponentParam('change') change: string): Promise<void> {
    return this.decide(interaction, change, true);
  }

  @Answers('update')
  @Button(ROUTES.declineChange)
  decline(@Context() [interaction]: ButtonContext, @ComponentParam('change') change: string): Promise<void> {
    return this.decide(interaction, change, false);
  }

  private async decide(interaction: ButtonInteraction, change: string, isApproved: boolean): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const decided = await this.commands.execute(new DecideChange(actor.value, asChangeId(change), isApproved));
    if (!decided.ok) return refuse(interaction, decided.failure);
    await changeMessage(interaction, changeDecided(decided.value, actor.value.userId));
  }
}
