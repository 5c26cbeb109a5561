import { Test, type TestingModule } from '@nestjs/testing';
import { z } from 'zod';
import { eventually } from '../../../test/support/eventually';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { DatabaseModule, Transaction } from '../../database';
import type { SessionId } from '../../shared';
import { Courier } from './courier';
import { Delivery, type Delivered, type Trial } from './delivery';
import { Outbox } from './outbox';
import { OutOfReach } from './refusal';
import { lobbyWish, type Wish } from './wish';

interface Drawing {
  readonly sessionId: string;
}

/** A Discord that does as it is told. */
class Easel extends Delivery<Drawing> {
  readonly kind = 'lobby';
  readonly data = z.object({ sessionId: z.string() });
  readonly drawn: string[] = [];
  answer: (sessionId: string, trial: Trial) => Delivered | Promise<Delivered> = () => 'done';

  async deliver({ sessionId }: Drawing, trial: Trial): Promise<Delivered> {
    const delivered = await this.answer(sessionId, trial);
    this.drawn.push(sessionId);
    return delivered;
  }
}

const away = (): never => {
  throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
};
const closed = (): never => {
  throw new OutOfReach('It', new Error('closed'));
};

describe('what has to appear in Discord', () => {
  let database: TestDatabase;
  let app: TestingModule;
  let outbox: Outbox;
  let courier: Courier;
  let easel: Easel;
  let stop: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    database = await createTestDatabase();
    app = await Test.createTestingModule({ imports: [DatabaseModule.at(database.url)], providers: [Outbox, Courier] }).compile();
    app.useLogger(false);
    await app.init();
    [outbox, courier, easel] = [app.get(Outbox), app.get(Courier), new Easel()];
    courier.register(easel);
  });

  afterEach(async () => {
    await stop?.();
    stop = undefined;
    await app.close();
    await database.drop();
  });

  const wish = (name: string, more: { isUrgent?: boolean; lane?: string } = {}): Wish => lobbyWish(name as SessionId, more);
  const rows = (): Promise<{ key: string; tries: number; revision: number; given_up_at: Date | null }[]> => app.get(Transaction).manager.query('SELECT * FROM discord_outbox ORDER BY key');
  const emptied = (): Promise<boolean> => eventually(async () => (await rows()).length === 0, 'the outbox to be empty');
  const makeDue = (): Promise<unknown> => app.get(Transaction).manager.query('UPDATE discord_outbox SET due_at = clock_timestamp()');

  it('is there with the transaction that wants it, and not without', async () => {
    await expect(app.get(Transaction).run(async () => {
      await outbox.put([wish('a')]);
      throw new Error('changed its mind');
    })).rejects.toThrow();
    expect(await rows()).toEqual([]);
    await app.get(Transaction).run(() => outbox.put([wish('a')]));
    stop = courier.start();
    await emptied();
    expect(easel.drawn).toEqual(['a']);
  });

  it('is drawn once, however often it was wished before', async () => {
    for (let time = 0; time < 50; time += 1) await outbox.put([wish('a'), wish('a')]);
    stop = courier.start();
    await emptied();
    expect(easel.drawn).toEqual(['a']);
  });

  it('is drawn again where it was wished while it was being drawn', async () => {
    let isWished = false;
    easel.answer = async (): Promise<Delivered> => {
      if (!isWished) await outbox.put([wish('a')]);
      isWished = true;
      return 'done';
    };
    await outbox.put([wish('a')]);
    stop = courier.start();
    await emptied();
    expect(easel.drawn).toEqual(['a', 'a']);
  });

  it('is kept while Discord is away, and one wish at a time finds out whether it is back', async () => {
    let asked = 0;
    let most = 0;
    let atOnce = 0;
    let isAway = true;
    easel.answer = async (): Promise<Delivered> => {
      if (!isAway) return 'done';
      asked += 1;
      most = Math.max(most, (atOnce += 1));
      await Promise.resolve();
      atOnce -= 1;
      return away();
    };
    await outbox.put([wish('a')]);
    stop = courier.start();
    await eventually(() => asked === 1, 'the first try');
    await outbox.put(['b', 'c', 'd'].map((name) => wish(name)));
    await eventually(() => asked >= 2, 'a second try');
    isAway = false;
    await emptied();
    expect(most).toBe(1);
    expect(easel.drawn.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('waits longer after each refusal, and is not hurried by being wished again', async () => {
    easel.answer = closed;
    await outbox.put([wish('a')]);
    stop = courier.start();
    await eventually(async () => (await rows())[0]?.tries === 1, 'the first refusal');
    for (let time = 0; time < 20; time += 1) await outbox.put([wish('a')]);
    easel.answer = () => 'done';
    expect(await outbox.undelivered(10)).toMatchObject([{ key: 'lobby a', tries: 1, isGivenUp: false }]);
    expect((await rows())[0]).toMatchObject({ tries: 1, revision: 21 });
    await makeDue();
    await emptied();
  });

  it('is given up after a week of refusals, stays listed, and is tried again when it is wished again', async () => {
    easel.answer = closed;
    await outbox.put([wish('a')]);
    await app.get(Transaction).manager.query(`UPDATE discord_outbox SET wanted_since = clock_timestamp() - interval '8 days'`);
    stop = courier.start();
    await eventually(async () => (await outbox.undelivered(10))[0]?.isGivenUp, 'it to be given up');
    easel.answer = () => 'done';
    await outbox.put([wish('a')]);
    await emptied();
  });

  it('keeps nobody waiting who uses another lane', async () => {
    let letGo: () => void = () => undefined;
    easel.answer = (name) => (name === 'a' ? new Promise((resolve) => (letGo = () => resolve('done'))) : 'done');
    await outbox.put([wish('a', { lane: 'channel 1' })]);
    stop = courier.start();
    await eventually(async () => (await rows()).length === 1 && easel.drawn.length === 0, 'the first to be at work');
    await outbox.put([wish('b', { lane: 'channel 1' }), wish('c', { lane: 'channel 2' })]);
    await eventually(() => easel.drawn.includes('c'), 'the other lane');
    expect(easel.drawn).toEqual(['c']);
    letGo();
    await emptied();
    expect(easel.drawn).toEqual(['c', 'a', 'b']);
  });

  it('goes by urgency within a lane', async () => {
    await outbox.put([wish('late-1', { lane: 'x', isUrgent: false }), wish('late-2', { lane: 'x', isUrgent: false }), wish('soon', { lane: 'x' })]);
    stop = courier.start();
    await emptied();
    expect(easel.drawn[0]).toBe('soon');
  });

  it('that a courier had in hand when it was killed is taken up by the next one', async () => {
    easel.answer = () => new Promise<never>(() => undefined);
    await outbox.put([wish('a')]);
    const killed = courier.start();
    await eventually(async () => (await app.get(Transaction).manager.query<object[]>('SELECT FROM discord_outbox WHERE taken_until IS NOT NULL')).length === 1, 'it to be taken');
    void killed();
    const other = new Courier(outbox);
    const theirs = new Easel();
    other.register(theirs);
    stop = other.start();
    await emptied();
    expect(theirs.drawn).toEqual(['a']);
  });
});
