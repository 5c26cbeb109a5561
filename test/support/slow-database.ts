import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A database that is far away: everything on the way there and back takes its time. */
export class SlowDatabase {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** `roundTripMs`: for one question and its answer. */
  static async before(url: string, roundTripMs: number): Promise<SlowDatabase> {
    const there = new URL(url);
    const sockets = new Set<Socket>();
    const server = createServer((near) => {
      const far = connect(Number(there.port), there.hostname);
      for (const [from, to] of [[near, far], [far, near]] as const) {
        sockets.add(from);
        from.setNoDelay(true);
        from.on('data', (chunk: Buffer) => void setTimeout(() => to.writable && to.write(chunk), roundTripMs / 2));
        from.on('close', () => void setTimeout(() => to.destroy(), roundTripMs));
        from.on('error', () => undefined);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const slow = new SlowDatabase(server, Object.assign(new URL(url), { port: String((server.address() as AddressInfo).port) }).href);
    sockets.forEach((socket) => slow.sockets.add(socket));
    return slow;
  }

  close(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }
}
