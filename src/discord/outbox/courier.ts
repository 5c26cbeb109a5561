import { Injectable, Logger } from '@nestjs/common';
import { pauseAfter, WHILE_AWAY, WHILE_GONE, WHILE_REFUSED, type Pauses } from './pauses';
import type { Delivered, Delivery } from './delivery';
import { Outbox, type TakenWish } from './outbox';
import { troubleOf, wordsOf, type Trouble } from './refusal';

const AT_ONCE = 12;
const LOOK_EVERY_MS = 250;
const LONGEST_STOP_MS = 3_000;
/** Seven days of refusals: nobody is going to let it in. */
const GIVEN_UP_AFTER_MS = 7 * 24 * 3_600_000;
/** What Discord does not accept as it is will not be accepted later. */
const TRIES_OF_WHAT_IS_WRONG = 6;

const PAUSES = { away: WHILE_AWAY, token: WHILE_AWAY, broken: WHILE_AWAY, gone: WHILE_GONE, closed: WHILE_REFUSED, ours: WHILE_REFUSED } as const satisfies Record<Trouble, Pauses>;

/**
 * Delivers what the outbox holds, as long as this process leads. What fails stays in the outbox and is tried again after
 * growing pauses. While Discord is away, one wish at a time finds out whether it is back; a place that refuses is left
 * alone for a while, and so costs a few requests a minute at most.
 */
@Injectable()
export class Courier {
  private readonly logger = new Logger(Courier.name);
  private readonly deliveries = new Map<string, Delivery<object>>();
  /** What is under way, by its lane. */
  private readonly atWork = new Map<string, Promise<void>>();
  private awayUntil = 0;
  private failuresInARow = 0;
  private woken: () => void = () => undefined;

  constructor(private readonly outbox: Outbox) {}

  register(delivery: Delivery<object>): void {
    this.deliveries.set(delivery.kind, delivery);
  }

  /** Begins to deliver; what it answers with ends that, once what is under way has ended. */
  start(): () => Promise<void> {
    const running = new AbortController();
    this.outbox.onPut(() => this.woken());
    const ended = this.run(running.signal);
    return async () => {
      running.abort();
      this.woken();
      await ended;
      // What is on its way to Discord is not waited for longer than a stop may take: it is delivered again, and told by its nonce.
      await Promise.race([Promise.allSettled(this.atWork.values()), new Promise((resolve) => setTimeout(resolve, LONGEST_STOP_MS).unref())]);
    };
  }

  private async run(signal: AbortSignal): Promise<void> {
    for (let begun = false; !signal.aborted;) {
      try {
        if (!begun) await this.outbox.beginAnew();
        begun = true;
        if ((await this.takeSome()) === 0) await this.rest(signal);
      } catch (error) {
        this.logger.warn({ err: error }, 'Looking into the outbox');
        await this.rest(signal, LOOK_EVERY_MS * 4);
      }
    }
  }

  /** Answers how many were begun. */
  private async takeSome(): Promise<number> {
    const isTrying = this.failuresInARow > 0;
    const room = (isTrying ? 1 : AT_ONCE) - this.atWork.size;
    if (room <= 0 || performance.now() < this.awayUntil) return 0;
    const taken = await this.outbox.take(room, [...this.atWork.keys()]);
    for (const wish of taken) {
      const work = this.work(wish).finally(() => {
        this.atWork.delete(wish.lane);
        this.woken();
      });
      this.atWork.set(wish.lane, work);
    }
    return taken.length;
  }

  private async work(wish: TakenWish): Promise<void> {
    try {
      const delivered = await this.deliver(wish).catch((error: unknown) => this.failed(wish, error));
      if (!delivered) return;
      this.failuresInARow = 0;
      if (delivered === 'done') await this.outbox.delivered(wish);
      else await this.outbox.later(wish, delivered.later);
    } catch (error) {
      // What was not written down is done again, when the time for which it was taken is over.
      this.logger.warn({ err: error, wish: wish.key }, 'Noting what became of a delivery');
    }
  }

  private deliver({ kind, data, tries }: TakenWish): Promise<Delivered> {
    const delivery = this.deliveries.get(kind);
    if (!delivery) throw new Error(`Nobody delivers what is of the kind ${kind}`);
    return delivery.deliver(delivery.data.parse(data), { tries });
  }

  private async failed(wish: TakenWish, error: unknown): Promise<undefined> {
    const trouble = troubleOf(error);
    const words = wordsOf(error);
    const failures = wish.tries + 1;
    if (trouble === 'away' || trouble === 'token') {
      this.failuresInARow += 1;
      this.awayUntil = performance.now() + pauseAfter(this.failuresInARow, WHILE_AWAY);
      this.logger.warn({ wish: wish.key, problem: words, failures: this.failuresInARow }, 'Discord cannot be reached: what has to appear there waits');
      await this.outbox.postpone(wish, pauseAfter(failures, WHILE_AWAY), words);
    } else if ((trouble === 'ours' && failures >= TRIES_OF_WHAT_IS_WRONG) || wish.agedMs > GIVEN_UP_AFTER_MS) {
      this.logger.error({ err: error, wish: wish.key, tries: failures }, 'What has to appear in Discord is given up');
      await this.outbox.giveUp(wish, words);
    } else {
      this.logger[trouble === 'broken' ? 'error' : 'warn']({ ...(trouble === 'broken' || trouble === 'ours' ? { err: error } : { problem: words }), wish: wish.key, tries: failures }, 'Something could not be shown in Discord: it is tried again');
      await this.outbox.postpone(wish, pauseAfter(failures, PAUSES[trouble]), words);
    }
    return undefined;
  }

  private rest(signal: AbortSignal, longestMs = LOOK_EVERY_MS): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, longestMs);
      this.woken = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
