import { Button, ComponentParam, Context, type ButtonContext } from 'necord';
import { Answers } from '../interaction/acknowledge-in-time.interceptor';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { DeploymentReopener } from '../lobby/deployment-reopener';
import { ROUTES } from '../routes';

/** What can be done with a deployment once a session on it is over. Each opens a lobby of its own. */
@DiscordHandler()
export class DeploymentButton {
  constructor(private readonly deployments: DeploymentReopener) {}

  @Answers('public')
  @Button(ROUTES.deployAgain)
  again(@Context() [interaction]: ButtonContext, @ComponentParam('deployment') deployment: string): Promise<void> {
    return this.deployments.reopen(interaction, deployment, 'deploy');
  }

  @Answers('public')
  @Button(ROUTES.destroyDeployment)
  destroy(@Context() [interaction]: ButtonContext, @ComponentParam('deployment') deployment: string): Promise<void> {
    return this.deployments.reopen(interaction, deployment, 'destroy');
  }

  @Answers('public')
  @Button(ROUTES.reconcile)
  reconcile(@Context() [interaction]: ButtonContext, @ComponentParam('deployment') deployment: string): Promise<void> {
    return this.deployments.reopen(interaction, deployment, 'reconcile');
  }
}
