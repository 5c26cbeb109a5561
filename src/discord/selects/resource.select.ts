import { CommandBus } from '@nestjs/cqrs';
import { ComponentParam, Context, SelectedStrings, StringSelect, type StringSelectContext } from 'necord';
import { RemoveResource } from '../../modules/sessions';
import { actorOf } from '../interaction/actor';
import { refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { ResourceForms } from '../modals/resource-forms';
import { ResourcePicker } from '../modals/resource-picker';
import { asSessionId, ROUTES } from '../routes';
import { code } from '../views/text';

/** The two lists behind Add Resource. */
@DiscordHandler()
export class ResourceSelect {
  constructor(
    private readonly commands: CommandBus,
    private readonly forms: ResourceForms,
    private readonly picker: ResourcePicker,
  ) {}

  // A modal must be the first answer, so nothing is deferred here.
  @StringSelect(ROUTES.chooseKind)
  async chooseKind(@Context() [interaction]: StringSelectContext, @ComponentParam('session') session: string, @SelectedStrings() [kind = '']: string[]): Promise<void> {
    const actor = actorOf(interaction);
    const modal = actor.ok ? await this.forms.open(actor.value, asSessionId(session), kind) : actor;
    if (!modal.ok) return refuse(interaction, modal.failure);
    await interaction.showModal(modal.value);
  }

  @StringSelect(ROUTES.removeResource)
  async remove(@Context() [interaction]: StringSelectContext, @ComponentParam('session') session: string, @SelectedStrings() [chosen = '']: string[]): Promise<void> {
    const actor = actorOf(interaction);
    const [kind = '', name = ''] = chosen.split('/');
    if (!actor.ok) return refuse(interaction, actor.failure);
    const removed = await this.commands.execute(new RemoveResource(actor.value, asSessionId(session), kind, name));
    if (!removed.ok) return refuse(interaction, removed.failure);
    const picker = await this.picker.show(actor.value, asSessionId(session), `🗑️ Removed ${code(name)}. The lobby follows. Anything else?`);
    if (!picker.ok) return refuse(interaction, picker.failure);
    await interaction.update(picker.value);
  }
}
