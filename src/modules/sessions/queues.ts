import { z } from 'zod';
import { defineQueue } from '../../jobs';
import type { SessionId } from '../../shared';
import type { Session } from './domain/session';
import { SESSION_STATES } from './domain/session-state';

const sessionId = z.string().transform((text) => text as SessionId);

/**
 * A worker's turn at a session: its plan, or its apply. Projects take turns. A plan may be made again as often as needed; an
 * apply is never repeated by the queue: after a crash the workers themselves find the run and go on.
 */
export const RUN_QUEUE = defineQueue({
  name: 'run-session',
  data: z.object({ sessionId, projectId: z.string(), step: z.enum(['plan', 'apply']) }),
  key: (job) => job.sessionId,
  share: (job) => job.projectId,
  retryLimit: 3,
  retryDelaySeconds: 1,
  expireInSeconds: 15 * 60,
  heartbeatSeconds: 60,
  rules: (job) => (job.step === 'apply' ? { retryLimit: 0, expireInSeconds: 23 * 3600 } : {}),
});

export type Turn = z.infer<(typeof RUN_QUEUE)['data']>;

export function turnFor(step: Turn['step'], { id, values }: Session): Turn {
  return { sessionId: id, projectId: values.projectId, step };
}

/**
 * Sent with every saved change of a session, in its transaction. Whoever shows sessions works on it: the message is
 * drawn from the database, so one that was drawn late is still right.
 */
export const SESSION_CHANGED_QUEUE = defineQueue({
  name: 'session-changed',
  /** `state`: what it changed to; absent where an earlier release sent it. */
  data: z.object({ sessionId, version: z.number().int(), state: z.enum(SESSION_STATES).optional() }),
  key: (job) => job.sessionId,
  // Entering it in the outbox needs nothing but the database that the job itself lives in.
  retryLimit: 100_000,
  retryDelaySeconds: 2,
  expireInSeconds: 120,
  heartbeatSeconds: 60,
});

export type SessionChange = z.infer<(typeof SESSION_CHANGED_QUEUE)['data']>;
