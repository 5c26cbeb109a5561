import { QueryBus } from '@nestjs/cqrs';
import { Button, ComponentParam, Context, type ButtonContext } from 'necord';
import { GetSession } from '../../modules/sessions';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { asSessionId, ROUTES } from '../routes';
import { planDetails } from '../views/plan-details.view';

/** Tells one person where a plan's cost comes from, and all that the rules say. */
@DiscordHandler()
export class PlanDetailsButton {
  constructor(private readonly queries: QueryBus) {}

  @Button(ROUTES.planDetails)
  async show(@Context() [interaction]: ButtonContext, @ComponentParam('session') session: string): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const shown = await this.queries.execute(new GetSession(actor.value, asSessionId(session)));
    if (!shown.ok) return refuse(interaction, shown.failure);
    await answerPrivately(interaction, planDetails(shown.value));
  }
}
