import { Injectable, type BeforeApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';

const SETTLES_WITHIN_MS = 5_000;

/** Tells whoever waits for Terraform that this process is about to end, and keeps the database open until they have let go. */
@Injectable()
export class WorkerShutdown implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly controller = new AbortController();
  private readonly underWay = new Set<Promise<unknown>>();

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Work that watches the signal, and still has something to write down when it comes. */
  watch<T>(work: Promise<T>): Promise<T> {
    this.underWay.add(work);
    const forget = (): void => void this.underWay.delete(work);
    work.then(forget, forget);
    return work;
  }

  onModuleDestroy(): void {
    this.controller.abort();
  }

  async beforeApplicationShutdown(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, SETTLES_WITHIN_MS)));
    await Promise.race([Promise.allSettled(this.underWay), late]);
    clearTimeout(timer);
  }
}
