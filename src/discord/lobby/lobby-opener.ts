import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import { Jobs } from '../../jobs';
import { SESSION_CHANGED_QUEUE, ShowSession } from '../../modules/sessions';
import type { SessionId } from '../../shared';
import { LobbyRepository } from '../persistence/lobby.repository';
import { lobby } from '../views/lobby.view';

/** Answers a command or a button with the lobby of the session it opened, and remembers where that stands. */
@Injectable()
export class LobbyOpener {
  constructor(
    private readonly queries: QueryBus,
    private readonly lobbies: LobbyRepository,
    private readonly jobs: Jobs,
  ) {}

  async open(interaction: ChatInputCommandInteraction | ButtonInteraction, sessionId: SessionId): Promise<void> {
    const view = await this.queries.execute(new ShowSession(sessionId));
    if (!view) throw new Error(`Session ${sessionId} is gone`);
    const answer = await interaction.reply({ ...lobby(view), withResponse: true });
    const message = answer.resource?.message;
    if (!message) throw new Error('Discord did not say which message shows the lobby');
    await this.lobbies.remember(view.id, { channelId: message.channelId, messageId: message.id }, view.version);
    // Whatever changed before the place was known is drawn now.
    await this.jobs.send(SESSION_CHANGED_QUEUE, { sessionId: view.id, version: view.version });
  }
}
