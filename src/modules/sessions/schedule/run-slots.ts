import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config';

/** WORKER_CONCURRENCY: what this worker went on with after its start counts as much as what it takes from the queue. */
@Injectable()
export class RunSlots {
  private readonly limit: number;
  private readonly waiting: (() => void)[] = [];
  private taken = 0;

  constructor({ workerConcurrency }: Settings) {
    this.limit = workerConcurrency;
  }

  /** Waits for a free slot. */
  async use(work: () => Promise<void>): Promise<void> {
    while (this.taken >= this.limit) await new Promise<void>((resolve) => this.waiting.push(resolve));
    await this.hold(work);
  }

  /** Begins at once: what is running already cannot be made to wait. */
  async hold(work: () => Promise<void>): Promise<void> {
    this.taken += 1;
    try {
      await work();
    } finally {
      this.taken -= 1;
      this.waiting.shift()?.();
    }
  }
}
