import { Injectable, Logger } from '@nestjs/common';
import { CommandBus, QueryBus, type Command } from '@nestjs/cqrs';
import { PermissionsBitField, type ButtonInteraction, type ChatInputCommandInteraction } from 'discord.js';
import { Transaction } from '../../database';
import { ShowSession, type Session } from '../../modules/sessions';
import type { Result, SessionId } from '../../shared';
import { answerPrivately, answerPublicly, refuse } from '../interaction/answer';
import { Outbox } from '../outbox/outbox';
import { lobbyWish } from '../outbox/wish';
import { LobbyRepository } from '../persistence/lobby.repository';
import { missingHere, NEEDED_PERMISSIONS, type NeededPermission } from '../views/delivery-trouble.view';
import { lobby } from '../views/lobby.view';
import { ANSWER_EXPECTED_WITHIN_MS } from './lobby.delivery';

type Opening = ChatInputCommandInteraction | ButtonInteraction;

/**
 * Opens a session for a command or a button, and answers with its lobby. That a lobby is due is stored with the session
 * itself: should this process die, or its answer be lost, the message is found, or shown anew.
 */
@Injectable()
export class LobbyOpener {
  private readonly logger = new Logger('Discord');

  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly transaction: Transaction,
    private readonly lobbies: LobbyRepository,
    private readonly outbox: Outbox,
  ) {}

  async open(interaction: Opening, command: Command<Result<Session>>): Promise<void> {
    const opened = await this.transaction.run(async () => {
      const session = await this.commands.execute(command);
      if (session.ok) await this.expect(interaction, session.value.id);
      return session;
    });
    if (!opened.ok) return refuse(interaction, opened.failure);
    await this.answer(interaction, opened.value.id);
  }

  private async expect(interaction: Opening, sessionId: SessionId): Promise<void> {
    const { channelId, applicationId, token, channel } = interaction;
    await this.lobbies.expect(sessionId, { channelId, applicationId, token, ...(channel?.isThread() && { threadId: channelId }) });
    await this.outbox.put([lobbyWish(sessionId)], ANSWER_EXPECTED_WITHIN_MS);
  }

  private async answer(interaction: Opening, sessionId: SessionId): Promise<void> {
    const view = await this.queries.execute(new ShowSession(sessionId));
    if (!view) throw new Error(`Session ${sessionId} is gone`);
    try {
      const place = await answerPublicly(interaction, lobby(view));
      await this.lobbies.remember(sessionId, place, view.version);
    } catch (error) {
      return this.logger.warn({ err: error, session: sessionId }, 'Answering with a lobby: it is looked for, or shown anew');
    }
    // Whatever changed before the place was known is drawn now.
    await this.outbox.put([lobbyWish(sessionId)]);
    await this.sayWhatIsMissing(interaction);
  }

  /** Said once, to whoever opened it: where an apply will not be seen live, and what to do about it. */
  private async sayWhatIsMissing(interaction: Opening): Promise<void> {
    const { channel, appPermissions } = interaction;
    const isThread = channel?.isThread() ?? false;
    const wanted = NEEDED_PERMISSIONS.filter((name) => (isThread ? name !== 'CreatePublicThreads' && name !== 'SendMessages' : true));
    const missing: readonly NeededPermission[] = wanted.filter((name) => !appPermissions.has(PermissionsBitField.Flags[name]));
    const noThreads = !isThread && channel !== null && !('threads' in channel);
    if (missing.length > 0 || noThreads) await answerPrivately(interaction, missingHere(missing, noThreads));
  }
}
