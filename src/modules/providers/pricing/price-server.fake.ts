import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse, base: string) => void;

/** For tests: a pricing API on this machine that answers as it is told, one answer after another, the last one for ever. */
export class PriceServer {
  readonly asked: string[] = [];
  readonly keys: (string | undefined)[] = [];

  private constructor(
    private readonly server: Server,
    readonly base: string,
  ) {}

  static async start(...answers: readonly Answer[]): Promise<PriceServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const one = new PriceServer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      const answer = answers[Math.min(one.asked.length, answers.length - 1)];
      one.asked.push(decodeURIComponent(request.url ?? ''));
      one.keys.push(request.headers.authorization);
      answer?.(request, response, one.base);
    });
    return one;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Answers with this; `{base}` in it is the server's own address. */
export function says(body: unknown): Answer {
  return (_request, response, base) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body).replaceAll('{base}', base));
}

export const fails = (status: number, headers: Readonly<Record<string, string>> = {}): Answer => (_request, response) => response.writeHead(status, headers).end('no');

/** Sends the beginning, and closes the connection. */
export const breaksOff = (body: unknown): Answer => (_request, response) => {
  const text = JSON.stringify(body);
  response.writeHead(200, { 'content-length': String(text.length) });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
};

/** Ends in good order, with half of what it had to say. */
export const endsHalfway = (body: unknown): Answer => (_request, response) => {
  const text = JSON.stringify(body);
  response.end(text.slice(0, text.length / 2));
};

export const neverAnswers: Answer = () => undefined;
