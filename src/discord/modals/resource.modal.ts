import { CommandBus } from '@nestjs/cqrs';
import { MessageFlags, type APIActionRowComponent, type APIButtonComponent, type ModalSubmitInteraction } from 'discord.js';
import { Context, Modal, ModalParam, type ModalContext } from 'necord';
import { AddResource } from '../../modules/sessions';
import { actorOf } from '../interaction/actor';
import { refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { FormDraftRepository } from '../persistence/form-draft.repository';
import { asSessionId, ROUTES, routeTo } from '../routes';
import { refusal } from '../views/refusal.view';
import { code } from '../views/text';

/** A filled-in form: added and planned, or answered with what is wrong and a way back to what was typed. */
@DiscordHandler()
export class ResourceModal {
  constructor(
    private readonly commands: CommandBus,
    private readonly drafts: FormDraftRepository,
  ) {}

  @Modal(ROUTES.resourceForm)
  async submit(@Context() [interaction]: ModalContext, @ModalParam('session') session: string, @ModalParam('kind') kind: string): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const sessionId = asSessionId(session);
    const answers = answersOf(interaction);
    const added = await this.commands.execute(new AddResource(actor.value, sessionId, kind, answers));
    if (added.ok) {
      await interaction.editReply({ content: `✅ Added ${code(answers['name'] ?? kind)}. The plan follows in the lobby.`, components: [row('Add another resource', routeTo.addResource(sessionId), 2)] });
      return;
    }
    const draft = await this.drafts.keep(actor.value.userId, { sessionId, kind, answers });
    await interaction.editReply({ ...refusal(added.failure), components: [row('Edit and try again', routeTo.retryForm(draft), 1)] });
  }
}

/** Every answer by field: an empty selection is no answer. */
function answersOf(interaction: ModalSubmitInteraction): Record<string, string> {
  return Object.fromEntries([...interaction.fields.fields.values()].map((field) => [field.customId, 'value' in field ? String(field.value) : 'values' in field ? field.values.join(',') : '']));
}

function row(label: string, customId: string, style: 1 | 2): APIActionRowComponent<APIButtonComponent> {
  return { type: 1, components: [{ type: 2, style, label, custom_id: customId }] };
}
