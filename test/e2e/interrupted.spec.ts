import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { textOf } from '../../sandbox/discord/test-client';
import { BotProcess } from '../support/bot-process';
import { eventually } from '../support/eventually';
import { Lobby } from '../support/lobby';
import { wrapTerraform } from '../support/terraform-workbench';
import { World } from '../support/test-engine';

describe('an apply that is ended from outside', () => {
  let world: World;
  let bot: BotProcess;

  beforeAll(async () => {
    world = await World.make();
    bot = BotProcess.start('src/main.js', world.environment);
    await world.commandsRegistered();
    await world.project('storm');
  });

  beforeEach(() => world.cloud.setFaults([]));

  afterAll(async () => {
    world?.cloud.setFaults([]);
    await bot?.end('SIGTERM');
    await world?.close();
  });

  const runDirectory = (): string => {
    const runs = join(world.folder, 'data', 'terraform', 'runs');
    const [newest] = readdirSync(runs).map((name) => join(runs, name)).filter((path) => existsSync(join(path, 'command.json')) && !existsSync(join(path, 'exit.json')));
    if (!newest) throw new Error('There is no run at work');
    return newest;
  };
  const pids = (directory: string): number[] => ['supervisor', 'command'].map((who) => (JSON.parse(readFileSync(join(directory, `${who}.json`), 'utf8')) as { pid: number }).pid);
  const sql = async <T extends object>(statement: string, values: unknown[] = []): Promise<T[]> => {
    const client = new Client({ connectionString: world.database.ownerUrl });
    await client.connect();
    try {
      return (await client.query<T>(statement, values)).rows;
    } finally {
      await client.end();
    }
  };
  const exists = (name: string): boolean => world.cloud.list().some((object) => object.name === name);

  /** A network, and a machine that takes long. */
  async function applying(name: string): Promise<Lobby> {
    const lobby = await Lobby.open(world.person('developer'), 'storm', { name });
    await lobby.add('vpc', { name: `${name}-net` });
    await lobby.add('compute_vm', { name: `${name}-vm`, network: `${name}-net` });
    world.cloud.setFaults([{ type: 'google_compute_instance', action: 'create', delayMs: 6_000 }]);
    await lobby.approve();
    await eventually(() => exists(`${name}-net`) && /google_compute_instance\.[\w-]+: Creating/.test(readFileSync(join(runDirectory(), 'output.jsonl'), 'utf8')), 'the machine to be begun');
    return lobby;
  }

  it('stops in order: what is in flight finishes, the lobby says what exists, and a retry does the rest', async () => {
    const lobby = await applying('calm');
    await lobby.press('Stop');
    await lobby.says(/Stopping…[\s\S]*What is in flight will finish/);
    await lobby.says(/🛑 Stopped[\s\S]*What exists by now/);
    await lobby.ended('🛑 Apply stopped');
    world.cloud.setFaults([]);
    const { message } = await world.person('developer').press(await lobby.message(), 'Retry');
    const again = new Lobby(world.person('developer'), message);
    expect(await again.says('📋 Plan ready')).toContain('0 to destroy');
    await again.approve();
    await again.says('✅ Applied');
    const created = world.cloud.journal().filter(({ action, name }) => action === 'create' && name.startsWith('calm-')).map(({ type, name }) => `${type} ${name}`);
    expect(new Set(created).size).toBe(created.length);
    expect(exists('calm-vm')).toBe(true);
  }, 120_000);

  it('that lost everything is reconciled: what the journal knows is imported, and nothing is made twice', async () => {
    const lobby = await applying('lost');
    const directory = runDirectory();
    expect(await bot.end('SIGKILL')).toBe('SIGKILL');
    for (const pid of pids(directory)) process.kill(pid, 'SIGKILL');
    // As if the last writes had never reached a disk.
    rmSync(join(directory, 'terraform.tfstate'));
    await sql('DELETE FROM state_version WHERE run_id = (SELECT run_id FROM session WHERE deployment_name = $1)', ['lost']);
    bot = BotProcess.start('src/main.js', world.environment);

    const text = await lobby.says('⚡ Interrupted', 60_000);
    expect(text).toContain('Press **Reconcile**');
    await lobby.ended('⚡ Apply interrupted');
    const dev = world.person('developer');
    const deployment = (await sql<{ deployment_id: string }>('SELECT deployment_id FROM session WHERE deployment_name = $1', ['lost']))[0]?.deployment_id ?? '';
    expect(textOf((await dev.slash('cloud-destroy', { deployment })).message)).toContain('was interrupted, so things may exist');

    const reconcile = new Lobby(dev, (await dev.press(await lobby.message(), 'Reconcile')).message);
    const ready = await reconcile.says('🔎 Ready to reconcile');
    expect(ready).toMatch(/Plan: \d+ to import, 0 to add, 0 to change, 0 to destroy/);
    expect(ready).toContain('import google_compute_network.lost-net');
    expect(ready).toMatch(/May exist unrecorded[\s\S]*google_compute_instance\.lost-vm` was being made/);
    await reconcile.press('Approve & Reconcile');
    await reconcile.says('✅ Reconciled');

    world.cloud.setFaults([]);
    // What a person finds in the console, and removes.
    for (const { type, id } of world.cloud.list('google_compute_instance')) if (id.includes('lost-vm')) world.cloud.remove(type, id);
    const again = new Lobby(dev, (await dev.press(await reconcile.message(), 'Retry')).message);
    await again.says('📋 Plan ready');
    await again.approve();
    await again.says('✅ Applied', 60_000);
    const networks = world.cloud.journal().filter(({ action, type, name }) => action === 'create' && type === 'google_compute_network' && name === 'lost-net');
    expect(networks).toHaveLength(1);

    const end = new Lobby(dev, (await dev.slash('cloud-destroy', { deployment })).message);
    expect(await end.says('Ready to destroy')).toContain('lost-net');
    await end.press('Cancel');
    await end.says('Cancelled');
    expect(await sql('SELECT plan_id FROM saved_plan WHERE deployment_id = $1 AND sealed_plan IS NOT NULL', [deployment])).toEqual([]);
  }, 180_000);

  it('is not begun where its plan is out of date, and offers another plan', async () => {
    const dev = world.person('developer');
    const lobby = await Lobby.open(dev, 'storm', { name: 'stale' });
    await lobby.add('vpc', { name: 'stale-net' });
    await sql(`UPDATE saved_plan SET version = '1.6.0' WHERE plan_id = (SELECT plan ->> 'id' FROM session WHERE deployment_name = 'stale')`);
    await lobby.approve();
    const text = await lobby.says('Not applied: the plan was out of date');
    expect(text).toContain('nothing was changed');
    const again = new Lobby(dev, (await dev.press(await lobby.message(), 'Plan again')).message);
    await again.says('📋 Plan ready');
    await again.approve();
    await again.says('✅ Applied');
    expect(exists('stale-net')).toBe(true);
  }, 120_000);
});

describe('an apply that does not end when it is asked to', () => {
  let world: World;
  let bot: BotProcess;

  beforeAll(async () => {
    // A Terraform that takes its first SIGINT for no reason to hurry.
    const binary = await wrapTerraform(`if [ "$1" = apply ]; then n=0; trap 'n=$((n+1)); [ $n -ge 2 ] && exit 1' INT; while :; do sleep 0.1; done; fi`);
    world = await World.make({}, { TERRAFORM_BIN: binary });
    bot = BotProcess.start('src/main.js', world.environment);
    await world.commandsRegistered();
    await world.project('deaf');
  });

  afterAll(async () => {
    await bot?.end('SIGTERM');
    await world?.close();
  });

  it('is stopped by force only where an administrator confirms, and then has to be reconciled', async () => {
    const [dev, ada] = [world.person('developer'), world.person('administrator')];
    const lobby = await Lobby.open(dev, 'deaf', { name: 'wild' });
    await lobby.add('vpc', { name: 'wild' });
    await lobby.approve();
    await lobby.says('Applying…');
    await lobby.press('Stop');
    await lobby.says('Stopping…');
    const question = (await dev.press(await lobby.message(), 'Force stop')).message;
    expect(textOf(question)).toContain('An **administrator** of the project has to confirm');
    expect(textOf((await dev.press(question, 'Stop by force')).message)).toContain('Stopping by force needs ADMIN');
    expect(await lobby.text()).toContain('Stopping…');
    await ada.press(question, 'Stop by force');
    expect(await lobby.says('⚡ Interrupted')).toContain('Press **Reconcile**');
  }, 60_000);
});
