import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { Settings } from '../../src/config';
import { startEngine, type Engine } from '../../src/engine';
import { ApplyPlan, OpenAttempt, GetRun, PlanConfiguration, ReadRunLines, type PlanOutcome, type RunEnd } from '../../src/modules/terraform';
import { newId, type DeploymentId, type PlanId, type Result, type RunId } from '../../src/shared';
import { credentialsOf } from '../support/credentials';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const SECRET = 'hunter2-canary-value';

/** What Terraform brings itself: no provider has to be installed. Each resource runs a command. */
const configuration = (commands: Readonly<Record<string, string>>): string => JSON.stringify({
  resource: { terraform_data: Object.fromEntries(Object.entries(commands).map(([name, command]) => [name, { input: name, provisioner: [{ 'local-exec': { command } }] }])) },
  output: { names: { value: Object.keys(commands) }, hidden: { value: 'not for everybody', sensitive: true } },
});

describe('running the real Terraform', () => {
  let folder: string;
  let database: TestDatabase;
  let engine: Engine;
  let commands: CommandBus;
  let queries: QueryBus;
  let sql: DataSource;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cloud-engine-terraform-'));
    database = await createTestDatabase();
    await mkdir(join(folder, 'credentials'));
    await writeFile(join(folder, 'credentials', 'default.env'), `MY_SECRET=${SECRET}\n`, { mode: 0o600 });
    engine = await startEngine(Settings.from({ ROLE: 'worker', DATABASE_URL: database.url, DATA_DIR: folder, PRICE_REFRESH_HOURS: '0', HTTP_PORT: '0', LOG_LEVEL: 'silent' }));
    [commands, queries, sql] = [engine.app.get(CommandBus), engine.app.get(QueryBus), engine.app.get(DataSource)];
  });

  afterAll(async () => {
    await engine?.stop();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (): RunId => newId<RunId>('run');
  const deployment = (): DeploymentId => newId<DeploymentId>('dep');

  async function plan(deploymentId: DeploymentId, resources: Readonly<Record<string, string>>, runId = run()): Promise<PlanOutcome> {
    const mainTfJson = configuration(resources);
    const configDigest = createHash('sha256').update(mainTfJson).digest('hex');
    const planned = await commands.execute(new PlanConfiguration({ runId, planId: newId<PlanId>('pln'), deploymentId, mainTfJson, configDigest, credentials: credentialsOf('default') }));
    if (!planned.ok) throw new Error(planned.failure.message);
    return planned.value;
  }

  const approve = (deploymentId: DeploymentId, { planId, sha256 }: PlanOutcome, runId: RunId): Promise<Result<void>> => commands.execute(new OpenAttempt({ runId, planId, deploymentId, sha256 }));
  const apply = async (deploymentId: DeploymentId, planned: PlanOutcome, runId = run()): Promise<Result<RunEnd>> => {
    const { planId, sha256, configDigest } = planned;
    await approve(deploymentId, planned, runId);
    return commands.execute(new ApplyPlan({ runId, planId, deploymentId, expected: { sha256, configDigest }, credentials: credentialsOf('default') }));
  };
  const linesOf = async (runId: RunId): Promise<string[]> => (await queries.execute(new ReadRunLines({ runId, afterNumber: 0, limit: 1_000 }))).map(({ text }) => text);

  it('plans, then applies exactly that plan, and keeps its state', async () => {
    const [id, runId] = [deployment(), run()];
    const planned = await plan(id, { one: 'true', two: 'true' });
    expect(planned).toMatchObject({ counts: { add: 2, change: 0, destroy: 0 }, stateSerial: null, tool: 'terraform' });
    expect(planned.changes.map(({ address }) => address).sort()).toEqual(['terraform_data.one', 'terraform_data.two']);
    expect(await apply(id, planned, runId)).toMatchObject({ ok: true, value: { outcome: 'succeeded', exitCode: 0, counts: { added: 2, changed: 0, destroyed: 0 }, resourcesInState: 2, outputs: { names: ['one', 'two'] } } });
    expect(JSON.stringify(await linesOf(runId))).not.toContain('not for everybody');
    expect(await queries.execute(new GetRun(runId))).toMatchObject({ kind: 'apply', state: 'ended', outcome: 'succeeded' });

    const again = await plan(id, { one: 'true', two: 'true' });
    expect(again.counts).toEqual({ add: 0, change: 0, destroy: 0 });
    expect(again.stateSerial).toBeGreaterThan(0);
    const less = await plan(id, { one: 'true' });
    expect(less.counts).toMatchObject({ add: 0, destroy: 1 });
  });

  it('uses a plan once, and answers a repeated run from what is known', async () => {
    const [id, runId] = [deployment(), run()];
    const planned = await plan(id, { one: `echo ran >> ${join(folder, 'ran-once')}` });
    const [first, second] = await Promise.all([apply(id, planned, runId), apply(id, planned, runId)]);
    expect(first).toMatchObject({ ok: true, value: { outcome: 'succeeded' } });
    expect(second).toEqual(first);
    expect(await apply(id, planned, runId)).toEqual(first);
    expect(await apply(id, planned)).toMatchObject({ failure: { code: 'TERRAFORM.PLAN_STALE' } });
    expect(await readFile(join(folder, 'ran-once'), 'utf8')).toBe('ran\n');
  });

  it('refuses a plan whose state, digest or bytes are not the ones that were approved', async () => {
    const id = deployment();
    const [first, second] = [await plan(id, { one: 'true' }), await plan(id, { one: 'true', two: 'true' })];
    const runId = run();
    await approve(id, first, runId);
    expect(await apply(id, { ...first, configDigest: second.configDigest }, runId)).toMatchObject({ failure: { code: 'TERRAFORM.PLAN_STALE' } });
    expect(await apply(deployment(), first, runId)).toMatchObject({ failure: { code: 'TERRAFORM.PLAN_STALE' } });
    expect(await apply(id, first, runId)).toMatchObject({ ok: true });
    expect(await apply(id, second)).toMatchObject({ failure: { code: 'TERRAFORM.PLAN_STALE' } });

    const [mine, other] = [await plan(deployment(), { a: 'true' }), await plan(id, { b: 'true' })];
    await sql.query('UPDATE saved_plan SET sealed_plan = (SELECT sealed_plan FROM saved_plan WHERE plan_id = $1) WHERE plan_id = $2', [mine.planId, other.planId]);
    expect(await apply(id, other)).toMatchObject({ failure: { code: 'TERRAFORM.PLAN_STALE' } });
  });

  it('tells a failure in words and keeps what exists by then', async () => {
    const id = deployment();
    const ended = await apply(id, await plan(id, { broken: 'exit 3' }));
    expect(ended).toMatchObject({ ok: true, value: { outcome: 'failed', exitCode: 1, resourcesInState: 1 } });
    expect(ended.ok && ended.value.error).toMatch(/exit status 3/);
  });

  it('says why it cannot plan', async () => {
    const planned = await commands.execute(new PlanConfiguration({ runId: run(), planId: newId<PlanId>('pln'), deploymentId: deployment(), mainTfJson: '{"resource":{"terraform_data":{"x":{"nonsense":1}}}}', configDigest: '0', credentials: credentialsOf('default') }));
    expect(planned).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.PLAN_FAILED', message: expect.stringMatching(/nonsense/) as string } });
  });

  it('stores no secret, whoever prints it', async () => {
    const [id, runId] = [deployment(), run()];
    await apply(id, await plan(id, { leak: `echo "secret: $MY_SECRET $(printf %s "$MY_SECRET" | base64)" && echo '{"@level":"info","@message":"x ${SECRET}"}'` }), runId);
    const stored = JSON.stringify([await linesOf(runId), await sql.query('SELECT * FROM run WHERE id = $1', [runId])]);
    expect(stored).toContain('(redacted)');
    expect(stored).not.toContain(SECRET);
    expect(stored).not.toContain(Buffer.from(SECRET).toString('base64'));
  });
});
