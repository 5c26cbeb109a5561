import { Injectable } from '@nestjs/common';

const LONGEST_WAIT_MS = 5_000;
/** More at once only keep each other, and the database, from being answered. */
const AT_ONCE = 20;

/** What people have asked for and wait for: a process that stops brings it to its end first. */
@Injectable()
export class InteractionsUnderWay {
  private readonly all = new Set<Promise<unknown>>();
  private readonly waiting: (() => void)[] = [];
  private taken = 0;

  async during<T>(work: () => Promise<T>): Promise<T> {
    const under = work();
    this.all.add(under);
    try {
      return await under;
    } finally {
      this.all.delete(under);
    }
  }

  /** Does it as soon as there is room; `onWait`: there is none at this moment. */
  async inTurn<T>(work: () => Promise<T>, onWait: () => void): Promise<T> {
    if (this.taken >= AT_ONCE) {
      onWait();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.taken += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // Whoever waits longest takes the place over.
      if (next) next();
      else this.taken -= 1;
    }
  }

  /** Waits for their end, though not for ever. */
  async ended(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([Promise.allSettled([...this.all]), new Promise((resolve) => (timer = setTimeout(resolve, LONGEST_WAIT_MS)))]);
    clearTimeout(timer);
  }
}
