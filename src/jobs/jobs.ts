import type { Queue } from './queue';

export interface SendOptions {
  /** Not before this many milliseconds from now. */
  readonly delayMs?: number;
}

/** Durable work. A job sent inside a transaction exists exactly if that transaction commits. */
export abstract class Jobs {
  abstract send<T extends object>(queue: Queue<T>, data: T, options?: SendOptions): Promise<void>;
  /** Takes jobs of this queue in this process, at most `concurrency` at once. */
  abstract work<T extends object>(queue: Queue<T>, concurrency: number, handle: (data: T) => Promise<void>): Promise<void>;
  /** Takes all jobs that are there together, at most `most`; all of them are tried again where `handle` throws. What it answers with ends that. */
  abstract workTogether<T extends object>(queue: Queue<T>, most: number, handle: (data: readonly T[]) => Promise<void>): Promise<() => Promise<void>>;
  /** Jobs that nobody has taken yet, in the order in which they will be: at most the first 500. */
  abstract waiting<T extends object>(queue: Queue<T>): Promise<readonly T[]>;
}
