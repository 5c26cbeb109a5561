import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whom the sandbox answers: programs and the page on this machine, and nobody who only makes a browser on it ask. A page at a
 * name that leads to loopback gives itself away by its `Host`, any other page by its `Origin`, and neither has the session,
 * a secret made at each start and kept in a cookie that no other site can use.
 */
export class Guard {
  private readonly session = randomBytes(32).toString('base64url');
  private readonly hosts: ReadonlySet<string>;
  private readonly cookie: string;

  /** `host`: where the server was told to listen. */
  constructor(host: string, port: number) {
    const name = host.includes(':') ? `[${host}]` : host;
    this.hosts = new Set([...LOOPBACK, name].map((one) => `${one}:${port}`));
    // Cookies know no ports: two sandboxes on one machine keep theirs apart by name.
    this.cookie = `sandbox_session_${port}`;
  }

  /** From this machine's own names, and from no other site. */
  isFromHere({ headers: { host = '', origin } }: IncomingMessage): boolean {
    return this.hosts.has(host) && (origin === undefined || origin === `http://${host}`);
  }

  /** From a browser or a program that has opened the page since this start. */
  hasSession({ headers: { cookie = '' } }: IncomingMessage): boolean {
    const given = Buffer.from(cookie.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${this.cookie}=`))?.slice(this.cookie.length + 1) ?? '');
    const wanted = Buffer.from(this.session);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }

  readonly fromHereOnly: RequestHandler = (request, response, next) => {
    if (this.isFromHere(request)) return next();
    response.status(403).json({ reason: 'Only the sandbox itself may do this.' });
  };

  readonly withSessionOnly: RequestHandler = (request, response, next) => {
    if (this.hasSession(request)) return next();
    response.status(401).json({ reason: 'The sandbox was started anew: load its page again.' });
  };

  /** Hands the session to whoever opens the page. */
  readonly openSession: RequestHandler = (_request, response, next) => {
    response.set('Set-Cookie', `${this.cookie}=${this.session}; Path=/; HttpOnly; SameSite=Strict`);
    response.set({ 'X-Frame-Options': 'DENY', 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Resource-Policy': 'same-origin' });
    next();
  };
}
