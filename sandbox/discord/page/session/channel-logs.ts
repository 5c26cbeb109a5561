import type { PageEvent, PageMessage } from '../../page-api';
import { withMessage, withoutMessage } from './message-log';

type MessageEventOfPage = Extract<PageEvent, { event: 'message' | 'message-deleted' }>;

/** The messages of the channels that were looked at. News that arrives while a channel is being read is applied after it. */
export class ChannelLogs {
  private readonly logs = new Map<string, PageMessage[]>();
  private readonly held = new Map<string, MessageEventOfPage[]>();
  private readonly dismissed = new Set<string>();

  of(channelId: string): PageMessage[] | undefined {
    return this.logs.get(channelId)?.filter(({ id }) => !this.dismissed.has(id));
  }

  async load(channelId: string, read: () => Promise<PageMessage[]>): Promise<void> {
    const held: MessageEventOfPage[] = [];
    this.held.set(channelId, held);
    try {
      const messages = await read();
      if (this.held.get(channelId) !== held) return;
      this.logs.set(channelId, messages);
      for (const event of held) this.apply(event);
    } finally {
      if (this.held.get(channelId) === held) this.held.delete(channelId);
    }
  }

  receive(event: MessageEventOfPage): void {
    this.held.get(event.channelId)?.push(event);
    this.apply(event);
  }

  /** Only here: the message stays on the server, as an ephemeral one that was dismissed does at Discord. */
  dismiss(messageId: string): void {
    this.dismissed.add(messageId);
  }

  /** Forgets every channel but these, to be read again when it is opened. */
  keepOnly(channelIds: readonly string[]): void {
    for (const id of this.logs.keys()) if (!channelIds.includes(id)) this.logs.delete(id);
  }

  clear(): void {
    this.logs.clear();
    this.held.clear();
  }

  private apply(event: MessageEventOfPage): void {
    const log = this.logs.get(event.channelId);
    if (!log) return;
    this.logs.set(event.channelId, event.event === 'message' ? withMessage(log, event.message) : withoutMessage(log, event.messageId));
  }
}
