import { Injectable } from '@nestjs/common';
import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import { ReopenDeployment, type SessionPurpose } from '../../modules/sessions';
import { actorOf } from '../interaction/actor';
import { refuse } from '../interaction/answer';
import { asDeploymentId } from '../routes';
import { LobbyOpener } from './lobby-opener';

/** Opens another session on a deployment, and answers with its lobby. */
@Injectable()
export class DeploymentReopener {
  constructor(private readonly opener: LobbyOpener) {}

  async reopen(interaction: ChatInputCommandInteraction | ButtonInteraction, deployment: string, purpose: SessionPurpose): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    await this.opener.open(interaction, new ReopenDeployment(actor.value, asDeploymentId(deployment.trim()), purpose));
  }
}
