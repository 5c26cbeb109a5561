import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
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
    const own = await createTestDatabase();
    const sandbox = BotProcess.start('sandbox/main.js', { PATH: empty, DATA_DIR: join(folder, 'no-terraform'), DATABASE_URL: own.url, SANDBOX_PORT: '0', HTTP_PORT: '0' });
    await eventually(() => sandbox.output.includes('running in its sandbox') || (sandbox.hasEnded ? Promise.reject(new Error(sandbox.output)) : false), 'the sandbox to start');
    expect(sandbox.output.split('\n').filter((line) => line.includes('Install Terraform 1.6 or newer'))).toHaveLength(1);
    expect(await sandbox.end('SIGTERM')).toBe(0);
    await own.drop();
  });

  it('finds everything again on the second start, on its own embedded PostgreSQL', async () => {
    const environment = { DATA_DIR: join(folder, 'twice'), SANDBOX_PORT: '0', HTTP_PORT: '0' };
    for (const time of ['first', 'second']) {
      const sandbox = BotProcess.start('sandbox/main.js', environment);
      await eventually(() => sandbox.output.includes('running in its sandbox') || (sandbox.hasEnded ? Promise.reject(new Error(sandbox.output)) : false), `the ${time} start`);
      expect(await sandbox.end('SIGTERM')).toBe(0);
    }
  });

  describe('with a key', () => {
    const start = (own: TestDatabase, more: Readonly<Record<string, string>>): BotProcess => BotProcess.start('src/main.js', { ROLE: 'worker', DATABASE_URL: own.url, HTTP_PORT: '0', LOG_LEVEL: 'info', ...more });
    const started = (worker: BotProcess): Promise<boolean> => eventually(() => worker.output.includes('successfully started') || (worker.hasEnded ? Promise.reject(new Error(worker.output)) : false), 'the worker to start');
    let own: TestDatabase;

    beforeEach(async () => {
      own = await createTestDatabase();
    });
    afterEach(() => own.drop());

    it('that was lost or is another one stops in one line, and makes no other', async () => {
      const [first, second] = [join(folder, 'key-1'), join(folder, 'key-2')];
      const worker = start(own, { DATA_DIR: first });
      await started(worker);
      await worker.end('SIGKILL');
      await rm(join(first, 'encryption.key'));
      for (const [more, words] of [[{ DATA_DIR: first }, 'put back the key'], [{ DATA_DIR: second }, 'put back the key'], [{ DATA_DIR: first, ENCRYPTION_KEY: randomBytes(32).toString('base64') }, 'is not the key that this database is sealed with']] as const) {
        const refused = start(own, more);
        expect(await refused.end()).toBe(1);
        expect(refused.output.split('\n').filter((line) => line.startsWith('Cloud Engine cannot start: ENCRYPTION_KEY ') && line.includes(words))).toHaveLength(1);
      }
      expect([first, second].map((dataDir) => existsSync(join(dataDir, 'encryption.key')))).toEqual([false, false]);
    });

    it('of their own leaves one of two that start at once', async () => {
      const workers = [1, 2].map((number) => start(own, { DATA_DIR: join(folder, `race-${number}`), ENCRYPTION_KEY: randomBytes(32).toString('base64') }));
      const ends = await Promise.all(workers.map((worker) => started(worker).then(() => 'started', () => 'refused')));
      expect(ends.toSorted()).toEqual(['refused', 'started']);
      await Promise.all(workers.map((worker) => worker.end('SIGTERM')));
    });
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
