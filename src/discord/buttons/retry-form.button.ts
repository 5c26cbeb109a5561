import { Button, ComponentParam, Context, type ButtonContext } from 'necord';
import { failure } from '../../shared';
import { actorOf } from '../interaction/actor';
import { openForm, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { ResourceForms } from '../modals/resource-forms';
import { FormDraftRepository } from '../persistence/form-draft.repository';
import { ROUTES } from '../routes';

/** Opens a refused form again, with everything that was typed. */
@DiscordHandler()
export class RetryFormButton {
  constructor(
    private readonly drafts: FormDraftRepository,
    private readonly forms: ResourceForms,
  ) {}

  @Button(ROUTES.retryForm)
  async retry(@Context() [interaction]: ButtonContext, @ComponentParam('draft') id: string): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const draft = await this.drafts.find(id, actor.value.userId);
    if (!draft) return refuse(interaction, failure('FORM.GONE', 'This form is not kept any more. Press Add Resource on the lobby to begin again.'));
    const modal = await this.forms.open(actor.value, draft.sessionId, draft.kind, draft.answers);
    if (!modal.ok) return refuse(interaction, modal.failure);
    await openForm(interaction, modal.value);
  }
}
