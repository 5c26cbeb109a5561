import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Button, ComponentParam, Context, type ButtonContext } from 'necord';
import { ForceStopSession, GetSession } from '../../modules/sessions';
import { Answers } from '../interaction/acknowledge-in-time.interceptor';
import { actorOf } from '../interaction/actor';
import { answerPublicly, changeMessage, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { asSessionId, ROUTES } from '../routes';
import { forceQuestion, forced } from '../views/force-stop.view';

/** A second, forced stop: whoever wants it asks, and an administrator confirms. */
@DiscordHandler()
export class ForceStopButton {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Answers('public')
  @Button(ROUTES.askForce)
  async ask(@Context() [interaction]: ButtonContext, @ComponentParam('session') session: string): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const found = await this.queries.execute(new GetSession(actor.value, asSessionId(session), true));
    if (!found.ok) return refuse(interaction, found.failure);
    await answerPublicly(interaction, forceQuestion(found.value, actor.value.userId));
  }

  @Answers('update')
  @Button(ROUTES.forceStop)
  async confirm(@Context() [interaction]: ButtonContext, @ComponentParam('session') session: string): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const stopped = await this.commands.execute(new ForceStopSession(actor.value, asSessionId(session)));
    if (!stopped.ok) return refuse(interaction, stopped.failure);
    await changeMessage(interaction, forced(stopped.value.values.deploymentName, actor.value.userId));
  }
}
