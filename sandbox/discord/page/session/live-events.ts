import type { PageEvent } from '../../page-api';

export interface LiveListener {
  /** Also called after each reconnection: everything must be loaded anew then. */
  opened(): void;
  received(event: PageEvent): void;
  lost(): void;
}

const firstDelayMs = 500;
const longestDelayMs = 8_000;

/** The WebSocket, opened again with growing pauses until `close` is called. */
export class LiveEvents {
  private socket: WebSocket | undefined;
  private timer: number | undefined;
  private delayMs = firstDelayMs;
  private closed = false;

  constructor(
    private readonly persona: string,
    private readonly listener: LiveListener,
  ) {
    this.open();
  }

  close(): void {
    this.closed = true;
    window.clearTimeout(this.timer);
    this.socket?.close();
  }

  /** A sandbox that was started anew has another session: it hands it to whoever loads the page. */
  private async openAgain(): Promise<void> {
    await fetch('/', { cache: 'no-store' }).catch(() => undefined);
    if (!this.closed) this.open();
  }

  private open(): void {
    const url = new URL(`/page/events?persona=${encodeURIComponent(this.persona)}`, location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url);
    this.socket = socket;
    socket.onopen = () => {
      if (this.closed) return;
      this.delayMs = firstDelayMs;
      this.listener.opened();
    };
    socket.onmessage = (message: MessageEvent<string>) => {
      if (!this.closed) this.listener.received(JSON.parse(message.data) as PageEvent);
    };
    socket.onclose = () => {
      if (this.closed) return;
      this.listener.lost();
      this.timer = window.setTimeout(() => void this.openAgain(), this.delayMs);
      this.delayMs = Math.min(this.delayMs * 2, longestDelayMs);
    };
  }
}
