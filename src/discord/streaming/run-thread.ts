import { Injectable } from '@nestjs/common';
import type { SessionView } from '../../modules/sessions';
import type { RunId } from '../../shared';
import { DiscordApi, type OutgoingMessage } from '../discord-api';
import { CODES, isOneOf, troubleOf } from '../outbox/refusal';
import { LobbyRepository } from '../persistence/lobby.repository';
import type { LobbyRow } from '../persistence/lobby.row';
import { cut } from '../views/text';
import { DEEDS } from '../views/thread-end.view';

/** The thread of an apply, as far as there can be one. */
@Injectable()
export class RunThread {
  constructor(
    private readonly discord: DiscordApi,
    private readonly lobbies: LobbyRepository,
  ) {}

  /** The thread's id; undefined where none can be opened, for want of a permission or of a channel that has threads. */
  async open(row: LobbyRow, view: SessionView): Promise<string | undefined> {
    if (row.threadId) return row.threadId;
    if (!row.messageId || row.isDirect) return undefined;
    try {
      const threadId = await this.discord.openThread(row.channelId, row.messageId, cut(`${DEEDS[view.purpose]}: ${view.deploymentName}`, 100));
      await this.lobbies.threadOpened(view.id, threadId);
      return threadId;
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === 'gone' || trouble === 'closed') return undefined;
      throw error;
    }
  }

  /** One that went to sleep is woken up. */
  async post(threadId: string, message: OutgoingMessage): Promise<string> {
    return this.awake(threadId, () => this.discord.post(threadId, message));
  }

  async edit(threadId: string, messageId: string, content: string): Promise<void> {
    await this.awake(threadId, () => this.discord.edit(threadId, messageId, { content }));
  }

  private async awake<T>(threadId: string, request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      if (!isOneOf(error, CODES.threadArchived)) throw error;
      await this.discord.wakeThread(threadId);
      return request();
    }
  }
}

/** Discord takes nonces of up to 25 characters. */
export function nonceOf(runId: RunId, part: string): string {
  return `${runId.slice(-14)}:${part}`.slice(0, 25);
}
