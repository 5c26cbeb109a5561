import type { z } from 'zod';

/** What becomes of a job that does not end well. */
export interface JobRules {
  /** How often a job that threw, or whose process died, is tried again. 0: never by itself. */
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  /** After this long without an end the job counts as dead. */
  readonly expireInSeconds: number;
  /** A worker that is silent for this long counts as dead. At least 10. */
  readonly heartbeatSeconds?: number;
}

/** A kind of work that must happen, however often processes die in between. */
export interface Queue<T extends object> extends JobRules {
  readonly name: string;
  /** What a job carries; checked again when it is taken, since an older version may have sent it. */
  readonly data: z.ZodType<T>;
  /** Jobs with the same key never run at once, in any process. */
  readonly key: (data: T) => string;
  /**
   * Whom a job is for. Those for different ones take turns, however many jobs each of them has sent, and no one of them
   * holds a whole worker. Absent: first come, first served.
   */
  readonly share?: (data: T) => string;
  /** Where some jobs follow other rules than the queue's. */
  readonly rules?: (data: T) => Partial<JobRules>;
}

export function defineQueue<T extends object>(queue: Queue<T>): Queue<T> {
  return Object.freeze(queue);
}
