import type { WebSocket } from 'ws';
import type { PageEvent } from '../page-api';
import type { Change, World } from '../world/world';
import { maySee, pageChannel, pageMessage, visibleCommands } from './view';

/** Tells each open page what its persona sees change. */
export class PageEvents {
  private readonly pages = new Map<WebSocket, string>();

  constructor(private readonly world: World) {
    world.onChange((change) => {
      for (const [page, personaId] of this.pages) for (const event of this.seen(change, personaId)) send(page, event);
    });
  }

  accept(page: WebSocket, personaId: string): void {
    this.pages.set(page, personaId);
    page.on('close', () => this.pages.delete(page));
    page.on('error', () => page.terminate());
  }

  presence(online: boolean): void {
    for (const page of this.pages.keys()) send(page, { event: 'application', online });
  }

  private seen(change: Change, personaId: string): PageEvent[] {
    switch (change.what) {
      case 'commands':
        return [{ event: 'commands', commands: visibleCommands(this.world, personaId) }];
      case 'channel-updated':
        return this.channel(change.channel.id, personaId);
      case 'thread-created':
      case 'thread-updated':
        return [...this.channel(change.thread.id, personaId), ...this.message(change.thread.id, personaId)];
      case 'channel-deleted':
        return [{ event: 'channel-deleted', channelId: change.channel.id }];
      case 'thread-deleted':
        return [{ event: 'channel-deleted', channelId: change.thread.id }, ...this.message(change.thread.id, personaId)];
      case 'message-created':
      case 'message-updated': {
        const { id, channel_id } = change.stored.message;
        const counts = change.what === 'message-created' && this.world.thread(channel_id) !== undefined ? this.channel(channel_id, personaId) : [];
        return [...this.message(id, personaId), ...counts];
      }
      case 'message-deleted': {
        const { message, visibleTo } = change.stored;
        if (visibleTo !== undefined && visibleTo !== personaId) return [];
        return [{ event: 'message-deleted', channelId: message.channel_id, messageId: message.id }];
      }
    }
  }

  private channel(channelId: string, personaId: string): PageEvent[] {
    const channel = this.world.channel(channelId);
    return channel !== undefined && maySee(this.world, channel, personaId) ? [{ event: 'channel', channel: pageChannel(channel) }] : [];
  }

  private message(messageId: string, personaId: string): PageEvent[] {
    const stored = this.world.message(messageId);
    const channel = stored === undefined ? undefined : this.world.channel(stored.message.channel_id);
    if (stored === undefined || channel === undefined || !maySee(this.world, channel, personaId)) return [];
    const message = pageMessage(this.world, stored, personaId);
    return message === undefined ? [] : [{ event: 'message', channelId: channel.id, message }];
  }
}

function send(page: WebSocket, event: PageEvent): void {
  if (page.readyState === page.OPEN) page.send(JSON.stringify(event));
}
