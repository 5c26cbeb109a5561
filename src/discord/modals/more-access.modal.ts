import { Context, Modal, ModalParam, type ModalContext } from 'necord';
import { RequestMore } from '../../modules/access';
import { actorOf } from '../interaction/actor';
import { refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { RequestSender } from '../requests/request-sender';
import { asGrantId, ROUTES } from '../routes';
import { MORE } from '../views/access-request.view';

/** The same level once more, asked for by whoever holds it. */
@DiscordHandler()
export class MoreAccessModal {
  constructor(private readonly sender: RequestSender) {}

  @Modal(ROUTES.moreForm)
  async submit(@Context() [interaction]: ModalContext, @ModalParam('grant') grant: string): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const [duration, reason] = [interaction.fields.getTextInputValue(MORE.duration), interaction.fields.getTextInputValue(MORE.reason)];
    await this.sender.send(interaction, new RequestMore(actor.value, asGrantId(grant), duration, reason, interaction.channelId ?? undefined));
  }
}
