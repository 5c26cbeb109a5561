import { CommandBus } from '@nestjs/cqrs';
import { ComponentParam, Context, SelectedStrings, StringSelect, type StringSelectContext } from 'necord';
import { RemoveResource } from '../../modules/sessions';
import { Answers } from '../interaction/acknowledge-in-time.interceptor';
import { actorOf } from '../interaction/actor';
import { changeMessage, openForm, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { ResourceForms } from '../modals/resource-forms';
import { ResourcePicker } from '../modals/resource-picker';
import { FormDraftRepository } from '../persistence/form-draft.repository';
import { asSessionId, ROUTES, routeTo } from '../routes';
import { code } from '../views/text';

/** The two lists behind Add Resource. */
@DiscordHandler()
export class ResourceSelect {
  constructor(
    private readonly commands: CommandBus,
    private readonly forms: ResourceForms,
    private readonly picker: ResourcePicker,
    private readonly drafts: FormDraftRepository,
  ) {}

  @StringSelect(ROUTES.chooseKind)
  async chooseKind(@Context() [interaction]: StringSelectContext, @ComponentParam('session') session: string, @SelectedStrings() [kind = '']: string[]): Promise<void> {
    const actor = actorOf(interaction);
    const modal = actor.ok ? await this.forms.open(actor.value, asSessionId(session), kind) : actor;
    if (!modal.ok) return refuse(interaction, modal.failure);
    await openForm(interaction, modal.value, async () => routeTo.retryForm(await this.drafts.keep(interaction.user.id, { sessionId: asSessionId(session), kind, answers: {} })));
  }

  @Answers('update')
  @StringSelect(ROUTES.removeResource)
  async remove(@Context() [interaction]: StringSelectContext, @ComponentParam('session') session: string, @SelectedStrings() [chosen = '']: string[]): Promise<void> {
    const actor = actorOf(interaction);
    const [kind = '', name = ''] = chosen.split('/');
    if (!actor.ok) return refuse(interaction, actor.failure);
    const removed = await this.commands.execute(new RemoveResource(actor.value, asSessionId(session), kind, name));
    if (!removed.ok) return refuse(interaction, removed.failure);
    const picker = await this.picker.show(actor.value, asSessionId(session), `🗑️ Removed ${code(name)}. The lobby follows. Anything else?`);
    if (!picker.ok) return refuse(interaction, picker.failure);
    await changeMessage(interaction, picker.value);
  }
}
