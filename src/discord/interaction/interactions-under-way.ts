import { Injectable } from '@nestjs/common';

const LONGEST_WAIT_MS = 5_000;

/** What people have asked for and wait for: a process that stops brings it to its end first. */
@Injectable()
export class InteractionsUnderWay {
  private readonly all = new Set<Promise<unknown>>();

  async during<T>(work: () => Promise<T>): Promise<T> {
    const under = work();
    this.all.add(under);
    try {
      return await under;
    } finally {
      this.all.delete(under);
    }
  }

  /** Waits for their end, though not for ever. */
  async ended(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([Promise.allSettled([...this.all]), new Promise((resolve) => (timer = setTimeout(resolve, LONGEST_WAIT_MS)))]);
    clearTimeout(timer);
  }
}
