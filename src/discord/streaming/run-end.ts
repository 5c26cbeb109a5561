import { Injectable } from '@nestjs/common';
import type { SessionView } from '../../modules/sessions';
import type { RunSummary } from '../../modules/terraform';
import type { RunId } from '../../shared';
import type { OutgoingMessage } from '../discord-api';
import { SessionPlaces } from '../lobby/session-places';
import { Poster } from '../outbox/poster';
import { troubleOf } from '../outbox/refusal';
import type { LobbyRow } from '../persistence/lobby.row';
import { StreamRepository } from '../persistence/stream.repository';
import { logElsewhere } from '../views/delivery-trouble.view';
import { threadEnd } from '../views/thread-end.view';
import { byMessage, logFiles } from './log-file';
import { RunLines } from './run-lines';
import { RunMessages } from './run-messages';
import { nonceOf, RunThread } from './run-thread';

type LogFiles = Awaited<ReturnType<typeof logFiles>>;

/** Whoever waits for the end reads so many more messages before it; the rest is in the log. */
const MOST_BEFORE_THE_END = 2;

/** Tells how a run ended, with its whole log: in its thread, or where people find it if there is none. */
@Injectable()
export class RunEnd {
  constructor(
    private readonly streams: StreamRepository,
    private readonly lines: RunLines,
    private readonly messages: RunMessages,
    private readonly thread: RunThread,
    private readonly places: SessionPlaces,
    private readonly poster: Poster,
  ) {}

  async tell(runId: RunId, run: RunSummary | undefined, view: SessionView, lobby: LobbyRow, threadId: string | undefined): Promise<void> {
    const end = { embeds: [threadEnd(view)], nonce: nonceOf(runId, 'end') };
    if (!threadId || !(await this.inThread(threadId, runId, run, view, end))) await this.elsewhere(runId, view, lobby, end);
    await this.streams.finish(runId);
  }

  /** False where the thread cannot be reached any more. */
  private async inThread(threadId: string, runId: RunId, run: RunSummary | undefined, view: SessionView, end: OutgoingMessage): Promise<boolean> {
    try {
      await this.lastLines(threadId, runId, run?.lineCount ?? 0);
      for (const message of this.messagesOf(runId, end, await this.log(runId, view))) await this.thread.post(threadId, message);
      return true;
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === 'gone' || trouble === 'closed') return false;
      throw error;
    }
  }

  private async lastLines(threadId: string, runId: RunId, lineCount: number): Promise<void> {
    for (let sent = 0; sent < MOST_BEFORE_THE_END; sent += 1) if (!(await this.messages.next(threadId, runId))) return;
    if ((await this.lines.after(runId, (await this.streams.last(runId))?.lastLine ?? 0, 1)).length > 0) await this.messages.newest(threadId, runId, lineCount);
  }

  private async elsewhere(runId: RunId, view: SessionView, lobby: LobbyRow, end: OutgoingMessage): Promise<void> {
    for (const message of this.messagesOf(runId, end, await this.log(runId, view))) {
      await this.poster.post(`The end of ${runId}`, await this.places.of(view, lobby.channelId), (place) => ({
        ...message, ...(message.embeds && { ...logElsewhere(view, place), tell: [view.ownerId] }), ...(place.id === lobby.channelId && lobby.messageId && { repliesTo: lobby.messageId }),
      }));
    }
  }

  /** A log that one message cannot take goes before the end. */
  private messagesOf(runId: RunId, end: OutgoingMessage, log: LogFiles): readonly OutgoingMessage[] {
    const files = byMessage(log);
    return files.map((some, index) => (index === files.length - 1 ? { ...end, files: some } : { files: some, nonce: nonceOf(runId, `log${index}`) }));
  }

  private log(runId: RunId, { deploymentName }: SessionView): Promise<LogFiles> {
    return logFiles(`${deploymentName}-${runId}`, this.lines.log(runId));
  }
}
