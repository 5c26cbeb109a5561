import { z } from 'zod';
import { defineQueue } from '../../jobs';
import type { RunId, SessionId } from '../../shared';

/** One turn of showing a run in its thread: at most one request to Discord, then the next turn is sent. */
export const STREAM_QUEUE = defineQueue({
  name: 'stream-run',
  data: z.object({ runId: z.string().transform((text) => text as RunId), sessionId: z.string().transform((text) => text as SessionId) }),
  key: (job) => job.runId,
  retryLimit: 1_000,
  retryDelaySeconds: 2,
  expireInSeconds: 120,
  heartbeatSeconds: 10,
});
