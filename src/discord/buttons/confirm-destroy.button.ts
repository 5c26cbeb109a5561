import { QueryBus } from '@nestjs/cqrs';
import { Button, ComponentParam, Context, type ButtonContext } from 'necord';
import { GetSession } from '../../modules/sessions';
import { actorOf } from '../interaction/actor';
import { openForm, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { asPlanId, asSessionId, ROUTES, routeTo } from '../routes';
import { destroyForm } from '../views/destroy-form.view';

/** Asks for the deployment's name before anything is destroyed. */
@DiscordHandler()
export class ConfirmDestroyButton {
  constructor(private readonly queries: QueryBus) {}

  @Button(ROUTES.confirmDestroy)
  async confirm(@Context() [interaction]: ButtonContext, @ComponentParam('session') session: string, @ComponentParam('plan') plan: string): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const found = await this.queries.execute(new GetSession(actor.value, asSessionId(session), true));
    if (!found.ok) return refuse(interaction, found.failure);
    await openForm(interaction, destroyForm(routeTo.destroyForm(found.value.id, asPlanId(plan)), found.value));
  }
}
