/**
 * What a plan costs with the engine around it: from the job in the queue to PLAN_READY, against a bare `terraform plan` and
 * `terraform show -json` of the same configuration, with the same providers installed in the same way. Both sides in one
 * run, in turns; medians. `npm run bench -- plan-overhead [rounds]`.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { copyFileSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, symlinkSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machine, median, table } from './report.mjs';

const require = createRequire(import.meta.url);
require('reflect-metadata');
const built = (path) => require(join(import.meta.dirname, '..', 'dist', path));
const { CommandBus, QueryBus } = require('@nestjs/cqrs');
const { DataSource } = require('typeorm');
const { Settings } = built('src/config');
const { startEngine } = built('src/engine.js');
const { CreateProject } = built('src/modules/access');
const { StartSession, CancelSession } = built('src/modules/sessions');
const { RenderConfiguration } = built('src/modules/providers');
const { FindTerraform } = built('src/modules/terraform');
const { installSimulatedCloud } = built('sandbox/cloud/install.js');
const { settingsOfSimulatedClouds, writeSimulatedProfile } = built('sandbox/cloud/credentials-profile.js');

const unwrap = (result) => {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
};

const LIMITS = { 1: 1.15, 100: 1.05 };
const rounds = Number(process.argv[2] ?? 15);
const folder = mkdtempSync(join(tmpdir(), 'cloud-engine-bench-'));
chmodSync(folder, 0o755);
const plugins = join(folder, 'plugins');
mkdirSync(join(plugins, 'blueprints'), { recursive: true });
for (const count of Object.keys(LIMITS).map(Number)) {
  // A session holds 50 resources; a network is two of Terraform's.
  const resources = count === 1 ? [{ kind: 'storage_bucket', name: 'one', values: {} }] : Array.from({ length: count / 2 }, (_, index) => ({ kind: 'vpc', name: `net-${index + 1}`, values: {} }));
  writeFileSync(join(plugins, 'blueprints', `bench-${count}.blueprint.js`), `exports.bench = ${JSON.stringify({ name: `bench-${count}`, title: `${count}`, description: 'For measuring', resources })};`);
}
const cloud = await installSimulatedCloud({ dir: join(folder, 'cloud'), nodeBinary: process.execPath });
const credentials = await writeSimulatedProfile(join(folder, 'credentials'), cloud, { SIM_DELAY_MS: '0' });
const engine = await startEngine(Settings.from({
  ROLE: 'worker', DATA_DIR: join(folder, 'data'), PRICE_REFRESH_HOURS: '0', HTTP_PORT: '0', LOG_LEVEL: 'silent', PLUGIN_DIRS: plugins, CREDENTIALS_DIR: credentials,
  TERRAFORM_CLI_CONFIG: cloud.cliConfigFile, DISCORD_API_URL: 'http://127.0.0.1:1/api', ...(process.env['TERRAFORM_BIN'] && { TERRAFORM_BIN: process.env['TERRAFORM_BIN'] }),
}));
try {
  const [commands, queries, sql] = [engine.app.get(CommandBus), engine.app.get(QueryBus), engine.app.get(DataSource)];
  const tool = (await queries.execute(new FindTerraform())).value;
  const actor = { guildId: 'guild', userId: 'bench', roleIds: [], isGuildManager: true };
  const project = unwrap(await commands.execute(new CreateProject(actor, { name: 'bench', environment: 'dev', providers: ['gcp'] })));

  /** Milliseconds by the database's clock. */
  const throughEngine = async (count) => {
    const session = unwrap(await commands.execute(new StartSession(actor, { projectId: project.id, provider: 'gcp', blueprint: `bench-${count}` })));
    for (;;) {
      const [row] = await sql.query(
        `SELECT extract(epoch FROM planned.at - job.created_on) * 1000 AS ms FROM history planned, jobs.job job
         WHERE planned.subject = $1 AND planned.action = 'session.plan' AND job.name = 'run-session' AND job.data ->> 'sessionId' = $1`, [session.id]);
      if (row) {
        await commands.execute(new CancelSession(actor, session.id));
        return { ms: Number(row.ms), session };
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  const bareDirectory = async (count, session) => {
    const { provider, region, resources, id, deploymentId, ownerId } = session.values;
    const rendered = await queries.execute(new RenderConfiguration({ provider, region, resources, labels: { project: 'bench', environment: 'dev', session: id, deployment: deploymentId, owner: ownerId } }));
    const directory = join(folder, `bare-${count}`);
    const providers = join(folder, 'data', 'terraform', 'providers');
    const [initialised] = readdirSync(providers);
    mkdirSync(directory);
    writeFileSync(join(directory, 'main.tf.json'), rendered.value.mainTfJson);
    symlinkSync(join(providers, initialised, '.terraform'), join(directory, '.terraform'));
    copyFileSync(join(providers, initialised, '.terraform.lock.hcl'), join(directory, '.terraform.lock.hcl'));
    return directory;
  };
  const env = {
    PATH: '/usr/local/bin:/usr/bin:/bin', HOME: folder, TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: cloud.cliConfigFile,
    ...cloud.environment, ...settingsOfSimulatedClouds, SIM_DELAY_MS: '0',
  };
  const bare = (directory) => {
    const output = openSync(join(directory, 'output'), 'w');
    const startedAt = performance.now();
    for (const args of [['plan', '-input=false', '-json', '-out=tfplan'], ['show', '-json', 'tfplan']]) {
      const { status } = spawnSync(tool.binary, args, { cwd: directory, env, stdio: ['ignore', output, 'inherit'] });
      if (status !== 0) throw new Error(`terraform ${args[0]} ended with ${status}`);
    }
    return performance.now() - startedAt;
  };

  const rows = [];
  for (const count of Object.keys(LIMITS).map(Number)) {
    const warm = await throughEngine(count);
    const directory = await bareDirectory(count, warm.session);
    bare(directory);
    const [withEngine, without] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      withEngine.push((await throughEngine(count)).ms);
      without.push(bare(directory));
    }
    const ratio = median(withEngine) / median(without);
    rows.push([count, `${median(withEngine).toFixed(0)} ms`, `${median(without).toFixed(0)} ms`, ratio.toFixed(3), `≤ ${LIMITS[count]}`, ratio <= LIMITS[count] ? 'kept' : 'missed']);
  }
  console.log(`\n${tool.tool} ${tool.version}, the simulated google provider, ${rounds} rounds; ${machine()}`);
  table(['resources', 'job to PLAN_READY', 'plan + show', 'ratio', 'limit', ''], rows);
} finally {
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
