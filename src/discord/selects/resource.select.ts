import { CommandBus } from '@nestjs/cqrs';
import { ComponentParam, Context, SelectedStrings, StringSelect, type StringSelectContext } from 'necord';
import { RemoveResource } from '../../modules/sessions';
import { actorOf } from '../interaction/actor';
import { refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { ResourceForms } from '../modals/resource-forms';
import { asSessionId, ROUTES } from '../routes';
import { code } from '../views/text';

/** The two lists behind Add Resource. */
@DiscordHandler()
export class ResourceSelect {
  constructor(
    private readonly commands: CommandBus,
    private readonly forms: ResourceForms,
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
    const removed = actor.ok ? await this.commands.execute(new RemoveResource(actor.value, asSessionId(session), kind, name)) : actor;
    if (!removed.ok) return refuse(interaction, removed.failure);
    await interaction.update({ content: `🗑️ Removed ${code(name)}.${removed.value.values.resources.length ? ' The new plan follows in the lobby.' : ''}`, components: [] });
  }
}
