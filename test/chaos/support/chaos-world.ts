import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Settings } from '../../../src/config';
import { startEngine, type Engine } from '../../../src/engine';
import type { DeploymentId, RunId, SessionId } from '../../../src/shared';
import { BotProcess } from '../../support/bot-process';
import { eventually } from '../../support/eventually';
import { Lobby } from '../../support/lobby';
import type { TestDatabase } from '../../support/test-database';
import { World } from '../../support/test-engine';

export const PROJECT = 'chaos';

export interface ChaosOptions {
  /** How many resources each deployment has. */
  readonly resources: number;
  /** How long the simulated cloud takes for each. */
  readonly delayMs: number;
  readonly database?: TestDatabase;
}

interface StoredSession {
  readonly id: SessionId;
  readonly state: string;
  readonly runId: RunId;
  readonly deploymentId: DeploymentId;
}

/** A bot in this process, and workers in processes of their own that can be killed. */
export class ChaosWorld {
  private workers = 0;

  private constructor(readonly world: World, readonly bot: Engine, readonly resources: number, private readonly plugins: string) {}

  static async make({ resources, delayMs, database }: ChaosOptions): Promise<ChaosWorld> {
    const plugins = await mkdtemp(join(tmpdir(), 'cloud-engine-chaos-'));
    mkdirSync(join(plugins, 'blueprints'));
    const many = Array.from({ length: resources }, (_, index) => ({ kind: 'storage_bucket', name: `b${String(index + 1).padStart(2, '0')}`, values: {} }));
    writeFileSync(join(plugins, 'blueprints', 'many.blueprint.js'), `exports.many = ${JSON.stringify({ name: 'many', title: 'Many', description: 'As many as a test wants', resources: many })};`);
    const world = await World.make({ delayMs }, { PLUGIN_DIRS: plugins, ENCRYPTION_KEY: randomBytes(32).toString('base64') }, database);
    const bot = await startEngine(Settings.from({ ...world.environment, ROLE: 'bot', DATA_DIR: join(world.folder, 'bot') }));
    await world.commandsRegistered();
    await world.project(PROJECT);
    return new ChaosWorld(world, bot, resources, plugins);
  }

  /** `name`: the worker's machine, as far as a folder can be one. */
  startWorker(name = 'worker', more: Readonly<Record<string, string>> = {}): BotProcess {
    this.workers += 1;
    return BotProcess.start('src/main.js', { ...this.world.environment, ROLE: 'worker', DATA_DIR: join(this.world.folder, name), ...more });
  }

  /** A deployment of many resources, planned. */
  async planned(name: string): Promise<Lobby> {
    const lobby = await Lobby.open(this.world.person('developer'), PROJECT, { name, blueprint: 'many' });
    await lobby.says('📋 Plan ready', 60_000);
    return lobby;
  }

  /** Approves, and waits until Terraform runs. Answers the run's directory. */
  async apply(lobby: Lobby, name: string): Promise<string> {
    await lobby.approve();
    return eventually(async () => {
      const session = await this.session(name);
      const directory = join(this.runsOf('worker'), session?.runId ?? '');
      return session?.state === 'APPLYING' && existsSync(join(directory, 'command.json')) ? directory : undefined;
    }, 'Terraform to run');
  }

  runsOf(worker: string): string {
    return join(this.world.folder, worker, 'terraform', 'runs');
  }

  sql<T extends object>(statement: string, values: unknown[] = []): Promise<T[]> {
    return this.bot.app.get(DataSource).query<T[]>(statement, values);
  }

  /** The newest session of this name. */
  async session(name: string): Promise<StoredSession | undefined> {
    return (await this.sql<StoredSession>('SELECT id, state, run_id AS "runId", deployment_id AS "deploymentId" FROM session WHERE deployment_name = $1 ORDER BY created_at DESC LIMIT 1', [name]))[0];
  }

  /** Who follows the run, changed by everybody who takes it up; and whether it has ended. */
  async run(runId: RunId): Promise<{ follower: string | null; state: string; outcome: string | null } | undefined> {
    return (await this.sql<{ follower: string | null; state: string; outcome: string | null }>('SELECT follower, state, outcome FROM run WHERE id = $1', [runId]))[0];
  }

  /** The names of everything that was ever created, in order. */
  created(): string[] {
    return this.world.cloud.journal().filter(({ action }) => action === 'create').map(({ type, name }) => `${type} ${name}`);
  }

  /** Every line of a run of creations is there, once and in order; answers how many there are. */
  async expectEveryLineOnce(runId: RunId): Promise<number> {
    const lines = await this.sql<{ number: number; text: string }>('SELECT number, text FROM run_line WHERE run_id = $1 ORDER BY number', [runId]);
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
    const counts = new Map<string, number>();
    for (const { text } of lines) {
      const told = /^(\S+: Creating\.\.\.|\S+: Creation complete|Apply complete!)/.exec(text)?.[1];
      if (told) counts.set(told, (counts.get(told) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count !== 1)).toEqual([]);
    expect(counts.size).toBe(2 * this.resources + 1);
    return lines.length;
  }

  async close(): Promise<void> {
    await this.bot.stop();
    await this.world.close();
    await rm(this.plugins, { recursive: true, force: true });
  }
}

/** The supervisor and the Terraform of a run. */
export function pidsIn(directory: string): number[] {
  return ['supervisor', 'command'].map((who) => (JSON.parse(readFileSync(join(directory, `${who}.json`), 'utf8')) as { pid: number }).pid);
}

/** The address of each object that a run's configuration names, by the object's name. */
export function addressesIn(directory: string): ReadonlyMap<string, string> {
  const { resource } = JSON.parse(readFileSync(join(directory, 'main.tf.json'), 'utf8')) as { resource: Record<string, Record<string, { name: string }>> };
  return new Map(Object.entries(resource).flatMap(([type, all]) => Object.entries(all).map(([label, { name }]) => [name, `${type}.${label}`] as const)));
}

export function isEmptyFolder(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}
