import { Test, type TestingModule } from '@nestjs/testing';
import { z } from 'zod';
import { eventually } from '../../test/support/eventually';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { DatabaseModule } from '../database';
import { Jobs } from './jobs';
import { JobsModule } from './jobs.module';
import { defineQueue } from './queue';

const QUEUE = defineQueue({
  name: 'fair', data: z.object({ name: z.string(), of: z.string() }), key: ({ name }) => name, share: ({ of }) => of,
  retryLimit: 0, retryDelaySeconds: 1, expireInSeconds: 60,
});

/** Work that goes on until it is let go. */
class Workplace {
  readonly taken: string[] = [];
  readonly under = new Map<string, () => void>();

  readonly work = ({ name }: { name: string }): Promise<void> => {
    this.taken.push(name);
    return new Promise((resolve) => this.under.set(name, resolve));
  };

  finish(name: string): void {
    this.under.get(name)?.();
    this.under.delete(name);
  }
}

describe('a queue whose jobs are for different projects', () => {
  let database: TestDatabase;
  let app: TestingModule;
  let jobs: Jobs;
  let workplace: Workplace;

  beforeEach(async () => {
    database = await createTestDatabase();
    app = await Test.createTestingModule({ imports: [DatabaseModule.at(database.url), JobsModule.at(database.url)] }).compile();
    app.useLogger(false);
    await app.init();
    jobs = app.get(Jobs);
    workplace = new Workplace();
  });

  afterEach(async () => {
    for (const name of workplace.under.keys()) workplace.finish(name);
    await app.close();
    await database.drop();
  });

  const send = async (...names: string[]): Promise<void> => {
    for (const name of names) await jobs.send(QUEUE, { name, of: name[0] ?? '' });
  };
  const line = async (): Promise<string> => (await jobs.waiting(QUEUE)).map(({ name }) => name).join(' ');

  it('lets them take turns, whoever sent more', async () => {
    await send('a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2');
    expect(await line()).toBe('a1 b1 c1 a2 b2 a3 a4');
    await jobs.work(QUEUE, 1, workplace.work);
    for (const name of ['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']) {
      await eventually(() => workplace.taken.at(-1) === name, `${name} to be next`);
      workplace.finish(name);
    }
  });

  it('lets nobody wait for ever behind those who always send just one', async () => {
    await send('a1', 'a2', 'a3');
    await jobs.work(QUEUE, 1, workplace.work);
    await eventually(() => workplace.taken.includes('a1'));
    for (let round = 1; !workplace.taken.includes('a3'); round += 1) {
      expect(round).toBeLessThan(8);
      await send(`b${round}`);
      const [current = ''] = workplace.under.keys();
      const before = workplace.taken.length;
      workplace.finish(current);
      await eventually(() => workplace.taken.length > before, 'the next one');
    }
  });

  it('lets no project hold a whole worker', async () => {
    await jobs.work(QUEUE, 3, workplace.work);
    await send('a1', 'a2', 'a3', 'a4');
    await eventually(() => workplace.taken.length === 2, 'two of them');
    await send('b1');
    await eventually(() => workplace.taken.includes('b1'), 'the other project');
    expect(workplace.taken.filter((name) => name.startsWith('a'))).toHaveLength(2);
    workplace.finish('a1');
    await eventually(() => workplace.taken.length === 4, 'the third');
  });
});
