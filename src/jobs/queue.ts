import type { z } from 'zod';

/** A kind of work that must happen, however often processes die in between. */
export interface Queue<T extends object> {
  readonly name: string;
  /** What a job carries; checked again when it is taken, since an older version may have sent it. */
  readonly data: z.ZodType<T>;
  /** Jobs with the same key never run at once, in any process. */
  readonly key: (data: T) => string;
  /** How often a job that threw, or whose process died, is tried again. 0: never by itself. */
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  /** After this long without an end the job counts as dead. */
  readonly expireInSeconds: number;
  /** A worker that is silent for this long counts as dead. At least 10. */
  readonly heartbeatSeconds?: number;
}

export function defineQueue<T extends object>(queue: Queue<T>): Queue<T> {
  return Object.freeze(queue);
}
