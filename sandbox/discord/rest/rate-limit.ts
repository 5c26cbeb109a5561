import type { RequestHandler, Response } from 'express';

/** So many requests in so much time. */
export interface Allowance {
  requests: number;
  perMs: number;
}

export interface RateLimits {
  /** All requests of the bot together; answering interactions does not count. */
  global: Allowance;
  /** Sending, and likewise editing, messages in one channel. */
  messages: Allowance;
  /** Deleting messages in one channel. */
  deletions: Allowance;
  /** What one interaction's token may do. */
  webhook: Allowance;
  /** Any other route. */
  other: Allowance;
}

export const defaultRateLimits: RateLimits = {
  global: { requests: 50, perMs: 1_000 },
  messages: { requests: 5, perMs: 5_000 },
  deletions: { requests: 5, perMs: 1_000 },
  webhook: { requests: 5, perMs: 2_000 },
  other: { requests: 50, perMs: 1_000 },
};

interface Window {
  endsAtMs: number;
  used: number;
}

/** Counts requests in fixed windows, tells the count in Discord's headers and answers 429 beyond it. */
export function rateLimit(limits: RateLimits): RequestHandler {
  const windows = new Map<string, Window>();
  const take = (key: string, allowance: Allowance): Window => {
    const now = performance.now();
    const open = windows.get(key);
    const window = open !== undefined && open.endsAtMs > now ? open : { endsAtMs: now + allowance.perMs, used: 0 };
    windows.set(key, window);
    window.used += 1;
    return window;
  };
  return (request, response, next) => {
    if (/^\/interactions\//.test(request.path)) return next();
    const { name, key, allowance, countsGlobally } = bucketOf(request.method, request.path, limits);
    if (countsGlobally) {
      const all = take('global', limits.global);
      if (all.used > limits.global.requests) return refuse(response, all, true);
    }
    const window = take(key, allowance);
    const resetAfter = secondsLeft(window);
    response.set({
      'X-RateLimit-Limit': String(allowance.requests),
      'X-RateLimit-Remaining': String(Math.max(0, allowance.requests - window.used)),
      'X-RateLimit-Reset': String(Date.now() / 1_000 + resetAfter),
      'X-RateLimit-Reset-After': resetAfter.toFixed(3),
      'X-RateLimit-Bucket': name,
    });
    if (window.used > allowance.requests) return refuse(response, window, false);
    next();
  };
}

function bucketOf(method: string, path: string, limits: RateLimits) {
  const [, kind = '', major = '', third = '', fourth = ''] = path.split('/');
  if (kind === 'webhooks') return { name: 'webhook', key: `webhook:${third}`, allowance: limits.webhook, countsGlobally: false };
  if (/^\/channels\/\d+\/messages(\/\d+)?$/.test(path) && method !== 'GET') {
    const allowance = method === 'DELETE' ? limits.deletions : limits.messages;
    return { name: `message-${method}`, key: `${method}:${major}`, allowance, countsGlobally: true };
  }
  const route = `${method}-${kind}-${third}-${/^\d+$/.test(fourth) ? 'id' : fourth}`;
  return { name: route, key: `${route}:${major}`, allowance: limits.other, countsGlobally: true };
}

function secondsLeft(window: Window): number {
  return Math.max(0.001, (window.endsAtMs - performance.now()) / 1_000);
}

function refuse(response: Response, window: Window, global: boolean): void {
  const seconds = secondsLeft(window);
  response.set('Retry-After', String(Math.ceil(seconds)));
  response.set('X-RateLimit-Scope', global ? 'global' : 'user');
  if (global) response.set('X-RateLimit-Global', 'true');
  response.status(429).json({ message: 'You are being rate limited.', retry_after: Number(seconds.toFixed(3)), global });
}
