import { CommandBus } from '@nestjs/cqrs';
import { Context, Modal, ModalParam, type ModalContext } from 'necord';
import { ApproveSession } from '../../modules/sessions';
import { actorOf } from '../interaction/actor';
import { acknowledge } from '../interaction/acknowledgement';
import { refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { asPlanId, asSessionId, ROUTES } from '../routes';
import { TYPED_NAME } from '../views/destroy-form.view';

/** The name was typed: the plan is approved if it is the right one. The lobby shows the rest. */
@DiscordHandler()
export class DestroyModal {
  constructor(private readonly commands: CommandBus) {}

  @Modal(ROUTES.destroyForm)
  async submit(@Context() [interaction]: ModalContext, @ModalParam('session') session: string, @ModalParam('plan') plan: string): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    await acknowledge(interaction, 'update');
    const typed = interaction.fields.getTextInputValue(TYPED_NAME);
    const approved = await this.commands.execute(new ApproveSession(actor.value, asSessionId(session), asPlanId(plan), typed));
    if (!approved.ok) await refuse(interaction, approved.failure);
  }
}
