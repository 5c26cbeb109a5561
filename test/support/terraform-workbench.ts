import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Command, CommandBus, CqrsModule, EventBus, type Query, QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Settings, SettingsModule } from '../../src/config';
import { DatabaseModule } from '../../src/database';
import { newId, type DeploymentId, type PlanId, type RunId } from '../../src/shared';
import { ApplyPlan, OpenAttempt, PlanConfiguration, type AppliedAs, ReadRunLines, RunProgressed, TerraformModule, type PlanOutcome, type RunEnd, type RunLine } from '../../src/modules/terraform';
import { credentialsOf } from './credentials';
import { createTestDatabase, type TestDatabase } from './test-database';

/** One `terraform_data` resource. The command runs while it is created. */
export interface TestResource {
  readonly input?: unknown;
  readonly command?: string;
  readonly after?: string;
}

/** A `main.tf.json` of the provider that is built into Terraform: nothing has to be installed for it. */
export function configurationOf(resources: Readonly<Record<string, TestResource>>, rest: object = {}): string {
  const terraformData = Object.fromEntries(Object.entries(resources).map(([name, { input, command, after }]) => [name, {
    input: input ?? name,
    ...(after && { depends_on: [`terraform_data.${after}`] }),
    ...(command && { provisioner: [{ 'local-exec': { command } }] }),
  }]));
  return JSON.stringify({ terraform: { required_providers: { terraform: { source: 'terraform.io/builtin/terraform' } } }, ...(Object.keys(terraformData).length > 0 && { resource: { terraform_data: terraformData } }), ...rest });
}

const wrapped: string[] = [];

afterAll(() => Promise.all(wrapped.map((directory) => rm(directory, { recursive: true, force: true }))));

/** The real Terraform, with this shell script before it: `$1` is its command. Answers the program's path. */
export async function wrapTerraform(script: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'cloud-engine-wrapped-'));
  wrapped.push(directory);
  const file = join(directory, 'terraform');
  const real = (process.env['PATH'] ?? '').split(delimiter).map((place) => join(place, 'terraform')).find((path) => existsSync(path));
  if (!real) throw new Error('These tests need a terraform on PATH');
  await writeFile(file, `#!/bin/sh\n${script}\nexec '${real}' "$@"\n`, { mode: 0o755 });
  return file;
}

/** The Terraform module as one worker runs it, with a database and a data directory that outlive it. */
export class TerraformWorkbench {
  readonly deploymentId = newId<DeploymentId>('dep');
  readonly heard: RunId[] = [];
  private worker!: TestingModule;

  private constructor(readonly folder: string, readonly database: TestDatabase, private readonly environment: Record<string, string>) {}

  /** `environment`: settings of the worker, or how to make them, with whatever they need in the workbench's folder. */
  static async start(environment: Record<string, string> | ((folder: string) => Promise<Record<string, string>>) = {}): Promise<TerraformWorkbench> {
    const folder = await mkdtemp(join(tmpdir(), 'cloud-engine-terraform-'));
    const made = typeof environment === 'function' ? await environment(folder) : environment;
    const workbench = new TerraformWorkbench(folder, await createTestDatabase(), made);
    if (!existsSync(join(folder, 'credentials'))) await workbench.writeProfile('default', 'SOME_TOKEN=not-to-be-seen-in-any-line\n');
    await workbench.startWorker();
    return workbench;
  }

  get dataDir(): string {
    return join(this.folder, 'data');
  }

  get settings(): Settings {
    return Settings.from(this.variables);
  }

  private get variables(): Record<string, string> {
    return { DATA_DIR: this.dataDir, CREDENTIALS_DIR: join(this.folder, 'credentials'), ...this.environment };
  }

  get dataSource(): DataSource {
    return this.worker.get(DataSource);
  }

  runDirectory(runId: RunId): string {
    return join(this.dataDir, 'terraform', 'runs', runId);
  }

  /** A second worker of the same machine, as far as a process can hold two. */
  async startWorker(): Promise<void> {
    this.worker = await Test.createTestingModule({
      imports: [SettingsModule.with(this.settings), DatabaseModule.at(this.database.url), CqrsModule.forRoot(), TerraformModule],
    }).compile();
    this.worker.useLogger(false);
    await this.worker.init();
    this.worker.get(EventBus).subscribe((event) => {
      if (event instanceof RunProgressed) this.heard.push(event.runId);
    });
  }

  /** A worker in a process of its own, at work on this plan: one that can be killed. */
  startWorkerProcess({ approved }: ApplyPlan): ChildProcess {
    return spawn(process.execPath, [join(__dirname, 'terraform-worker.cjs'), JSON.stringify({ environment: this.variables, databaseUrl: this.database.url, approved })], { stdio: 'ignore' });
  }

  async stopWorker(): Promise<void> {
    await this.worker.close();
  }

  /** One of the module's own parts, to bring about what no command can. */
  part<T>(type: new (...args: never[]) => T): T {
    return this.worker.get<T>(type);
  }

  /** An apply gets the attempt that its approval would have opened. */
  async execute<T>(command: Command<T>): Promise<T> {
    if (command instanceof ApplyPlan) await this.open(command);
    return this.worker.get(CommandBus).execute(command);
  }

  /** What the approval of a plan does for its apply. */
  async open({ approved: { runId, planId, deploymentId, expected: { sha256 } } }: ApplyPlan): Promise<void> {
    await this.worker.get(CommandBus).execute(new OpenAttempt({ runId, planId, deploymentId, sha256 }));
  }

  ask<T>(query: Query<T>): Promise<T> {
    return this.worker.get(QueryBus).execute(query);
  }

  /** As the role that owns the tables: what the application may not do. */
  asOwner(statement: string): Promise<void> {
    return this.database.asOwner(statement);
  }

  /** Takes the database away from everybody, and gives it back. */
  async cutDatabase(forMs: number): Promise<void> {
    const url = new URL(this.database.ownerUrl);
    const name = url.pathname.slice(1);
    url.pathname = '/postgres';
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
      await pause(forMs);
      await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    } finally {
      await client.end();
    }
  }

  async writeProfile(name: string, content: string, mode = 0o600): Promise<void> {
    await mkdir(join(this.folder, 'credentials'), { recursive: true });
    await writeFile(join(this.folder, 'credentials', `${name}.env`), content, { mode });
  }

  planning(mainTfJson: string, { credentialsProfile = 'default', ...more }: { readonly runId?: RunId; readonly as?: AppliedAs; readonly credentialsProfile?: string } = {}): PlanConfiguration {
    const configDigest = createHash('sha256').update(mainTfJson).digest('hex');
    return new PlanConfiguration({ runId: newId<RunId>('run'), planId: newId<PlanId>('pln'), deploymentId: this.deploymentId, mainTfJson, configDigest, credentials: credentialsOf(credentialsProfile), ...more });
  }

  async plan(mainTfJson: string, more?: Parameters<TerraformWorkbench['planning']>[1]): Promise<PlanOutcome> {
    const planned = await this.execute(this.planning(mainTfJson, more));
    if (!planned.ok) throw new Error(planned.failure.message);
    return planned.value;
  }

  applying({ planId, sha256, configDigest }: PlanOutcome, runId = newId<RunId>('run')): ApplyPlan {
    return new ApplyPlan({ runId, planId, deploymentId: this.deploymentId, expected: { sha256, configDigest }, credentials: credentialsOf('default') });
  }

  async apply(plan: PlanOutcome, runId?: RunId): Promise<RunEnd> {
    const applied = await this.execute(this.applying(plan, runId));
    if (!applied.ok) throw new Error(applied.failure.message);
    return applied.value;
  }

  lines(runId: RunId, afterNumber = 0): Promise<RunLine[]> {
    return this.ask(new ReadRunLines({ runId, afterNumber, limit: 10_000 }));
  }

  /** The pid of the run's supervisor, or of its Terraform, once it has left its mark. */
  async pidOf(runId: RunId, who: 'supervisor' | 'command'): Promise<number | undefined> {
    const file = join(this.runDirectory(runId), `${who}.json`);
    return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as { pid: number }).pid : undefined;
  }

  async close(): Promise<void> {
    await this.stopWorker();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
