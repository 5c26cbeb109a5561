import { z } from 'zod';
import { defineQueue } from '../../jobs';
import type { SessionId } from '../../shared';

const sessionId = z.string().transform((text) => text as SessionId);

/** A plan may be made again as often as needed. */
export const PLAN_QUEUE = defineQueue({
  name: 'plan-session',
  data: z.object({ sessionId }),
  key: (job) => job.sessionId,
  retryLimit: 3,
  retryDelaySeconds: 1,
  expireInSeconds: 15 * 60,
  heartbeatSeconds: 60,
});

/** An apply is never repeated by the queue: after a crash the worker itself finds the run and goes on. */
export const APPLY_QUEUE = defineQueue({
  name: 'apply-session',
  data: z.object({ sessionId }),
  key: (job) => job.sessionId,
  retryLimit: 0,
  retryDelaySeconds: 0,
  expireInSeconds: 23 * 3600,
});

/**
 * Sent with every saved change of a session, in its transaction. Whoever shows sessions works on it: the message is
 * drawn from the database, so one that was drawn late is still right.
 */
export const SESSION_CHANGED_QUEUE = defineQueue({
  name: 'session-changed',
  data: z.object({ sessionId, version: z.number().int() }),
  key: (job) => job.sessionId,
  retryLimit: 20,
  retryDelaySeconds: 2,
  expireInSeconds: 120,
  heartbeatSeconds: 10,
});
