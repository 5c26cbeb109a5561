import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSimulatedProfile } from '../../sandbox/cloud/credentials-profile';
import { installSimulatedCloud } from '../../sandbox/cloud/install';
import { SimulatedCloud } from '../../sandbox/cloud/simulated-cloud';
import { defaultSeed } from '../../sandbox/discord/default-seed';
import { startSandboxDiscord, type SandboxDiscord, type SandboxDiscordOptions } from '../../sandbox/discord/server';
import { SandboxPerson } from '../../sandbox/discord/test-client';
import { Settings } from '../../src/config';
import { startEngine, type Engine } from '../../src/engine';
import { eventually } from './eventually';
import { createTestDatabase, type TestDatabase } from './test-database';

export const TOKEN = 'sandbox.token.for-tests';

/** What surrounds an engine: a Discord, a cloud and a database of its own. */
export class World {
  private constructor(
    readonly folder: string,
    readonly database: TestDatabase,
    readonly discord: SandboxDiscord,
    readonly cloud: SimulatedCloud,
    readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** `delayMs`: how long the cloud takes for each resource. `more`: settings of the engine. `ownDatabase`: in place of one in the server of all tests. */
  static async make({ delayMs = 0, ...discordOptions }: { delayMs?: number } & Partial<SandboxDiscordOptions> = {}, more: Readonly<Record<string, string>> = {}, ownDatabase?: TestDatabase): Promise<World> {
    if (!existsSync(join(__dirname, '..', '..', 'dist', 'sandbox', 'cloud'))) throw new Error('The simulated cloud is not built: run the tests with `npm test`, or `npm run build` first');
    const folder = await mkdtemp(join(tmpdir(), 'cloud-engine-test-'));
    const [database, discord, cloud] = await Promise.all([
      ownDatabase ?? createTestDatabase(),
      startSandboxDiscord({ port: 0, token: TOKEN, seed: defaultSeed, rateLimits: false, ...discordOptions }),
      installSimulatedCloud({ dir: join(folder, 'cloud'), nodeBinary: process.execPath }),
    ]);
    const credentials = await writeSimulatedProfile(join(folder, 'credentials'), cloud, { SIM_DELAY_MS: String(delayMs) });
    return new World(folder, database, discord, new SimulatedCloud(cloud.cloudDir), {
      DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.restUrl, DISCORD_GUILD_IDS: defaultSeed.guild.id, DATABASE_URL: database.url, DATA_DIR: join(folder, 'data'),
      TERRAFORM_CLI_CONFIG: cloud.cliConfigFile, CREDENTIALS_DIR: credentials, PRICE_REFRESH_HOURS: '0', HTTP_PORT: '0', LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent', ...more,
    });
  }

  /** An engine in this process. */
  async engine(): Promise<Engine> {
    const engine = await startEngine(Settings.from(this.environment));
    await this.commandsRegistered();
    return engine;
  }

  person(name: 'administrator' | 'developer' | 'newcomer', channel = 'deployments'): SandboxPerson {
    const persona = defaultSeed.personas.find((one) => one.name === name);
    const place = defaultSeed.channels.find((one) => one.name === channel);
    if (!persona || !place) throw new Error(`The sandbox has no ${name} or no #${channel}`);
    return new SandboxPerson(this.discord.pageUrl, persona.id, place.id);
  }

  /** A project, and a grant for the developer, made with the real commands. */
  async project(name: string, environment = 'dev', providers = 'gcp'): Promise<void> {
    const ada = this.person('administrator', 'general');
    await this.done(ada, 'cloud-create-project', { name, environment, providers });
    await this.done(ada, 'cloud-grant', { 'member-or-role': this.person('developer').personaId, project: name, level: 'DEPLOY', reason: 'Testing' });
  }

  /** Types a command and waits for its answer, which a slow engine only announces at first. */
  private async done(person: SandboxPerson, name: string, options: Record<string, string>): Promise<void> {
    const { message } = await person.slash(name, options);
    await eventually(async () => (await person.again(message)).pending !== true, `the answer to /${name}`);
  }

  async commandsRegistered(): Promise<void> {
    await eventually(async () => (await this.person('administrator').commands()).some((command) => command.name === 'cloud-grant'), 'the commands of the bot');
  }

  async close(): Promise<void> {
    await this.discord.close();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
