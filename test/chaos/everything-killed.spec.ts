import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { QueryBus } from '@nestjs/cqrs';
import { ListStateVersions, ReadStateVersion } from '../../src/modules/terraform';
import type { DeploymentId } from '../../src/shared';
import type { BotProcess } from '../support/bot-process';
import { Lobby } from '../support/lobby';
import { addressesIn, ChaosWorld, pidsIn } from './support/chaos-world';
import { often, random, report, SEED } from './support/size';

const KILLS = often(30, 2);
const LONGEST_PAUSE_MS = 5_500;

describe('a worker, its supervisor and its Terraform that are killed together', () => {
  let chaos: ChaosWorld;
  let worker: BotProcess;

  beforeAll(async () => {
    chaos = await ChaosWorld.make({ resources: 40, delayMs: 1_500 });
    worker = chaos.startWorker();
  }, 120_000);

  afterAll(async () => {
    await worker?.end('SIGTERM');
    await chaos?.close();
  });

  const inState = async (deploymentId: DeploymentId): Promise<string[]> => {
    const queries = chaos.bot.app.get(QueryBus);
    const [newest] = await queries.execute(new ListStateVersions(deploymentId, 1));
    const state = newest && (await queries.execute(new ReadStateVersion(deploymentId, newest.number)));
    if (!state?.ok) return [];
    const { resources } = JSON.parse(state.value.toString('utf8')) as { resources: { type: string; name: string; instances: unknown[] }[] };
    return resources.filter(({ instances }) => instances.length > 0).map(({ type, name }) => `${type}.${name}`);
  };

  it(`applies nothing again by itself, and forgets nothing that exists, ${KILLS} times over`, async () => {
    const number = random();
    const found = { recorded: 0, imported: 0, named: 0, finished: 0 };
    for (let kills = 0, tries = 1; kills < KILLS; tries += 1) {
      expect(tries).toBeLessThan(3 * KILLS + 5);
      const name = `gone-${tries}`;
      const lobby = await chaos.planned(name);
      const directory = await chaos.apply(lobby, name);
      const { runId, deploymentId } = (await chaos.session(name))!;
      await pause(number() * LONGEST_PAUSE_MS);
      if (existsSync(join(directory, 'exit.json')) || !existsSync(directory)) {
        await lobby.says('✅ Applied', 60_000);
        found.finished += 1;
        continue;
      }
      const addresses = addressesIn(directory);
      const pids = pidsIn(directory);
      const killed = worker.end('SIGKILL');
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      await killed;
      kills += 1;
      const exist = (): string[] => chaos.world.cloud.list().flatMap((object) => addresses.get(object.name) ?? []);
      worker = chaos.startWorker();
      await lobby.says('⚡ Interrupted', 60_000);
      expect(await chaos.run(runId)).toMatchObject({ state: 'ended', outcome: 'interrupted' });

      const recorded = await inState(deploymentId);
      const reconcile = new Lobby(lobby.person, (await lobby.person.press(await lobby.message(), 'Reconcile')).message);
      await reconcile.says('🔎 Ready to reconcile', 60_000);
      const [row] = await chaos.sql<{ plan: { changes: { address: string; actions: string[] }[]; orphans: { address: string }[] } }>('SELECT plan FROM session WHERE deployment_name = $1 ORDER BY created_at DESC LIMIT 1', [name]);
      const imported = row!.plan.changes.filter(({ actions }) => actions.includes('import')).map(({ address }) => address);
      const named = row!.plan.orphans.map(({ address }) => address);
      const known = new Set([...recorded, ...imported, ...named]);
      expect(exist().filter((address) => !known.has(address))).toEqual([]);
      await reconcile.press('Approve & Reconcile');
      await reconcile.says('✅ Reconciled', 60_000);
      expect(new Set(await inState(deploymentId))).toEqual(new Set([...recorded, ...imported]));
      found.recorded += recorded.length;
      found.imported += imported.length;
      found.named += named.length;
    }
    const created = chaos.created();
    expect(new Set(created).size).toBe(created.length);
    const applies = await chaos.sql<{ plans: string; runs: string }>(`SELECT count(DISTINCT plan_id) AS plans, count(*) AS runs FROM run WHERE kind = 'apply'`);
    expect(applies[0]?.runs).toBe(applies[0]?.plans);
    report(`${KILLS} kills of worker, supervisor and Terraform together (and ${found.finished} applies that were quicker): 0 applied again; ${created.length} objects created, none twice`,
      `after the kills ${found.recorded} were in the state, ${found.imported} were imported by Reconcile, ${found.named} were named by it as begun (seed ${SEED})`);
  }, 3_600_000);
});
