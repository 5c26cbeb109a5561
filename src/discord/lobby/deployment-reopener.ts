import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import { ReopenDeployment, type SessionPurpose } from '../../modules/sessions';
import { actorOf } from '../interaction/actor';
import { refuse } from '../interaction/answer';
import { asDeploymentId } from '../routes';
import { LobbyOpener } from './lobby-opener';

/** Opens another session on a deployment, and answers with its lobby. */
@Injectable()
export class DeploymentReopener {
  constructor(
    private readonly commands: CommandBus,
    private readonly opener: LobbyOpener,
  ) {}

  async reopen(interaction: ChatInputCommandInteraction | ButtonInteraction, deployment: string, purpose: SessionPurpose): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    const opened = await this.commands.execute(new ReopenDeployment(actor.value, asDeploymentId(deployment.trim()), purpose));
    if (!opened.ok) return refuse(interaction, opened.failure);
    await this.opener.open(interaction, opened.value.id);
  }
}
