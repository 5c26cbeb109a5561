import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installSimulatedCloud } from '../../sandbox/cloud/install';
import { writeSimulatedProfile } from '../../sandbox/cloud/credentials-profile';
import { defaultSeed } from '../../sandbox/discord/default-seed';
import { startSandboxDiscord } from '../../sandbox/discord/server';
import { Settings } from '../../src/config';
import { ChildEnvironmentBuilder } from '../../src/modules/terraform/process/child-environment';
import { DataDirectory } from '../../src/modules/terraform/workspace/data-directory';
import { BotProcess } from '../support/bot-process';
import { credentialsOf } from '../support/credentials';
import { eventually } from '../support/eventually';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

describe('starting', () => {
  let folder: string;
  let database: TestDatabase;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cloud-engine-start-'));
    // The embedded PostgreSQL may run as another user, who has to get through here.
    await chmod(folder, 0o755);
    database = await createTestDatabase();
  });

  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('stops at a wrong setting with one line that names it', async () => {
    const bot = BotProcess.start('src/main.js', { WORKER_CONCURRENCY: 'lots' });
    expect(await bot.end()).toBe(1);
    expect(bot.output.trim()).toMatch(/^Cloud Engine cannot start: WORKER_CONCURRENCY [^\n]*$/);
  });

  it('stops at a plugin that does not fit, naming its file and what is wrong, before anything else is started', async () => {
    const plugins = join(folder, 'plugins');
    await mkdir(join(plugins, 'gcp'), { recursive: true });
    const file = join(plugins, 'gcp', 'mine.resource.js');
    await writeFile(file, "exports.mine = { kind: 'Mine!', title: 'Mine' };");
    const bot = BotProcess.start('src/main.js', { DISCORD_TOKEN: 'x', PLUGIN_DIRS: plugins });
    expect(await bot.end()).toBe(1);
    expect(bot.output.trim()).toMatch(/^Cloud Engine cannot start: PLUGIN_DIRS holds something that stops the start\. The plugin /);
    expect(bot.output).toContain(file);
    expect(bot.output).toContain('kind: must be lower-case letters');
    expect(bot.output).not.toMatch(/\n\s+at /);
    const missing = BotProcess.start('src/main.js', { DISCORD_TOKEN: 'x', PLUGIN_DIRS: join(folder, 'nowhere') });
    expect(await missing.end()).toBe(1);
    expect(missing.output.trim()).toMatch(/^Cloud Engine cannot start: PLUGIN_DIRS names a folder that is not there: [^\n]*$/);
  });

  it.each([
    ['DISCORD_TOKEN', { DISCORD_TOKEN: 'wrong' }],
    ['DATABASE_URL', { DISCORD_TOKEN: 'x', DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/nothing' }],
    ['DISCORD_API_URL', { DISCORD_TOKEN: 'x', DISCORD_API_URL: 'http://127.0.0.1:9/api' }],
  ])('stops where %s does not work, in one line', async (name, environment) => {
    const discord = await startSandboxDiscord({ port: 0, token: 'right', seed: defaultSeed });
    const bot = BotProcess.start('src/main.js', { DISCORD_API_URL: discord.restUrl, DATABASE_URL: database.url, DATA_DIR: join(folder, 'fails'), HTTP_PORT: '0', LOG_LEVEL: 'fatal', ...environment });
    expect(await bot.end()).toBe(1);
    expect(bot.output.trim()).toMatch(new RegExp(`^Cloud Engine cannot start: ${name} [^\\n]*$`));
    await discord.close();
  });

  it('says in one line what to install where there is no Terraform, and runs all the same', async () => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    const sandbox = BotProcess.start('sandbox/main.js', { PATH: empty, DATA_DIR: join(folder, 'no-terraform'), DATABASE_URL: database.url, SANDBOX_PORT: '0', HTTP_PORT: '0' });
    await eventually(() => sandbox.output.includes('running in its sandbox') || (sandbox.hasEnded ? Promise.reject(new Error(sandbox.output)) : false), 'the sandbox to start');
    expect(sandbox.output.split('\n').filter((line) => line.includes('Install Terraform 1.6 or newer'))).toHaveLength(1);
    expect(await sandbox.end('SIGTERM')).toBe(0);
  });

  it('finds everything again on the second start, on its own embedded PostgreSQL', async () => {
    const environment = { DATA_DIR: join(folder, 'twice'), SANDBOX_PORT: '0', HTTP_PORT: '0' };
    for (const time of ['first', 'second']) {
      const sandbox = BotProcess.start('sandbox/main.js', environment);
      await eventually(() => sandbox.output.includes('running in its sandbox') || (sandbox.hasEnded ? Promise.reject(new Error(sandbox.output)) : false), `the ${time} start`);
      expect(await sandbox.end('SIGTERM')).toBe(0);
    }
  });

  it('refuses the simulated cloud where Discord is the real one', async () => {
    const cloud = await installSimulatedCloud({ dir: join(folder, 'cloud'), nodeBinary: process.execPath });
    const credentials = await writeSimulatedProfile(join(folder, 'credentials'), cloud);
    const settings = Settings.from({ DATA_DIR: folder, CREDENTIALS_DIR: credentials, DISCORD_TOKEN: 'x' });
    expect(await new ChildEnvironmentBuilder(settings, new DataDirectory(settings)).build(credentialsOf('default'))).toMatchObject({ ok: false, failure: { code: 'CREDENTIALS.SIMULATED_CLOUD' } });
    await writeFile(join(credentials, 'open.env'), 'A=b\n', { mode: 0o644 });
    expect(await new ChildEnvironmentBuilder(settings, new DataDirectory(settings)).build(credentialsOf('open'))).toMatchObject({ failure: { code: 'CREDENTIALS.PROFILE_EXPOSED' } });
    expect(await new ChildEnvironmentBuilder(settings, new DataDirectory(settings)).build(credentialsOf('gone'))).toMatchObject({ failure: { code: 'CREDENTIALS.PROFILE_MISSING' } });
  });
});
