import { CommandBus } from '@nestjs/cqrs';
import type { ModalSubmitInteraction } from 'discord.js';
import { Context, Modal, ModalParam, type ModalContext } from 'necord';
import { AddResource } from '../../modules/sessions';
import { actorOf } from '../interaction/actor';
import { acknowledge } from '../interaction/acknowledgement';
import { changeMessage, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { FormDraftRepository } from '../persistence/form-draft.repository';
import { asSessionId, ROUTES, routeTo } from '../routes';
import { refusal } from '../views/refusal.view';
import { code } from '../views/text';
import { ResourcePicker } from './resource-picker';

/**
 * A filled-in form: added and planned, or answered with what is wrong and a way back to what was typed. The private
 * message that the form was opened from is the answer, so that many resources do not bury the lobby.
 */
@DiscordHandler()
export class ResourceModal {
  constructor(
    private readonly commands: CommandBus,
    private readonly drafts: FormDraftRepository,
    private readonly picker: ResourcePicker,
  ) {}

  @Modal(ROUTES.resourceForm)
  async submit(@Context() [interaction]: ModalContext, @ModalParam('session') session: string, @ModalParam('kind') kind: string): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    await acknowledge(interaction, 'update');
    const sessionId = asSessionId(session);
    const answers = answersOf(interaction);
    const added = await this.commands.execute(new AddResource(actor.value, sessionId, kind, answers));
    if (added.ok) {
      const picker = await this.picker.show(actor.value, sessionId, `✅ Added ${code(answers['name'] ?? kind)}. The plan follows in the lobby. Anything else?`);
      if (!picker.ok) return refuse(interaction, picker.failure);
      await changeMessage(interaction, { ...picker.value, embeds: [] });
      return;
    }
    const draft = await this.drafts.keep(actor.value.userId, { sessionId, kind, answers });
    await changeMessage(interaction, { content: '', ...refusal(added.failure), components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Edit and try again', custom_id: routeTo.retryForm(draft) }] }] });
  }
}

/** Every answer by field: an empty selection is no answer. */
function answersOf(interaction: ModalSubmitInteraction): Record<string, string> {
  return Object.fromEntries([...interaction.fields.fields.values()].map((field) => [field.customId, 'value' in field ? String(field.value) : 'values' in field ? field.values.join(',') : '']));
}
