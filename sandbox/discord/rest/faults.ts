import type { RequestHandler, Response } from 'express';
import type { Gateway } from '../gateway/gateway';

/** Which requests a fault hits: all, or those of a method or whose path below /api/v10 matches. */
export interface FaultTarget {
  method?: string;
  path?: RegExp;
}

interface Planned extends FaultTarget {
  left: number;
  strike: (response: Response, proceed: () => void) => void;
}

/** Lets tests make the network and Discord misbehave. */
export class Faults {
  private planned: Planned[] = [];

  constructor(private readonly gateway: () => Gateway) {}

  /** Answers the next requests with 429. */
  rateLimitNext(times: number, options: FaultTarget & { retryAfterSeconds?: number; global?: boolean } = {}): void {
    const { retryAfterSeconds = 1, global = false } = options;
    this.plan(times, options, (response) => {
      response.set('Retry-After', String(Math.ceil(retryAfterSeconds)));
      response.set('X-RateLimit-Reset-After', String(retryAfterSeconds));
      response.set('X-RateLimit-Scope', global ? 'global' : 'user');
      if (global) response.set('X-RateLimit-Global', 'true');
      response.status(429).json({ message: 'You are being rate limited.', retry_after: retryAfterSeconds, global });
    });
  }

  /** Answers the next requests with a server error. With `applied` what they ask is done all the same, and only the answer is lost. */
  failNext(times: number, options: FaultTarget & { status?: number; applied?: boolean } = {}): void {
    const { status = 500, applied = false } = options;
    this.plan(times, options, (response, proceed) => {
      const answer = () => response.status(status).type('json').end('{"message": "500: Internal Server Error", "code": 0}');
      if (!applied) return void answer();
      response.json = answer;
      response.send = answer;
      response.sendStatus = answer;
      proceed();
    });
  }

  /** Refuses in Discord's own words, until `clear`. */
  refuse({ status, code, message = 'Refused' }: { status: number; code: number; message?: string }, options: FaultTarget & { times?: number } = {}): void {
    this.plan(options.times ?? Number.POSITIVE_INFINITY, options, (response) => void response.status(status).json({ message, code }));
  }

  /** Discord is away, until `clear`: every request is answered with 503. */
  outage(target: FaultTarget = {}): void {
    this.plan(Number.POSITIVE_INFINITY, target, (response) => void response.status(503).type('json').end('{"message": "503: Service Unavailable", "code": 0}'));
  }

  /** Leaves the next requests without an answer for ever. */
  ignoreNext(times: number, target: FaultTarget = {}): void {
    this.plan(times, target, () => undefined);
  }

  /** Breaks the bot's gateway connections by a TCP reset. It may resume. */
  dropGateway(): void {
    this.gateway().reset();
  }

  /** Asks the bot to reconnect, as Discord does now and then. */
  askToReconnect(): void {
    this.gateway().askToReconnect();
  }

  /** Makes every later attempt to resume fail, so that the bot identifies anew. */
  forgetSessions(): void {
    this.gateway().forgetSessions();
  }

  /** Takes back what has not struck yet. */
  clear(): void {
    this.planned = [];
  }

  /** Every request since the start, with what it was answered. */
  readonly requests: { readonly method: string; readonly path: string; readonly atMs: number; readonly status: () => number }[] = [];

  readonly middleware: RequestHandler = (request, response, next) => {
    this.requests.push({ method: request.method, path: request.path, atMs: Date.now(), status: () => response.statusCode });
    const hit = this.planned.find(
      (one) => one.left > 0 && (one.method === undefined || one.method === request.method) && (one.path === undefined || one.path.test(request.path)),
    );
    if (hit === undefined) return next();
    hit.left -= 1;
    hit.strike(response, next);
  };

  private plan(left: number, { method, path }: FaultTarget, strike: Planned['strike']): void {
    this.planned.push({ left, strike, ...(method === undefined ? {} : { method }), ...(path === undefined ? {} : { path }) });
  }
}
