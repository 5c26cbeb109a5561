import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Settings, WrongSetting } from '../src/config';
import { startEngine } from '../src/engine';
import { writeSimulatedProfile } from './cloud/credentials-profile';
import { installSimulatedCloud } from './cloud/install';
import { defaultSeed } from './discord/default-seed';
import { startSandboxDiscord } from './discord/server';
import { seedFirstProject } from './seed/first-project';

export interface Sandbox {
  readonly pageUrl: string;
  /** The project that is there to be tried. */
  readonly project: string;
  /** False where the person gave credentials of a real cloud. */
  readonly simulated: boolean;
  stop(): Promise<void>;
}

/** The engine as it is in production, with a Discord on this machine in front of it and, without credentials, a simulated cloud behind it. */
export async function startSandbox(environment: Readonly<Record<string, string | undefined>>): Promise<Sandbox> {
  // Nobody can know it who has not started this.
  const token = `sandbox.${randomBytes(24).toString('base64url')}`;
  const settings = Settings.from({ ...environment, DISCORD_TOKEN: token });
  const folder = join(settings.dataDir, 'sandbox');
  const discord = await startSandboxDiscord({ port: settings.sandboxPort, dataDir: join(folder, 'discord'), token, pageDir: join(__dirname, 'discord', 'page'), seed: defaultSeed }).catch((error: unknown) => {
    throw taken(error) ? new WrongSetting('SANDBOX_PORT', `${settings.sandboxPort} is in use: stop what uses it, or give another port`) : error;
  });
  const simulated = !(await hasCredentials(settings));
  const engine = await startEngine(Settings.from({
    LOG_LEVEL: 'warn',
    // Everything stays on this machine.
    PRICE_REFRESH_HOURS: '0',
    ...environment,
    ...(simulated && (await simulatedCloud(folder))),
    HTTP_PORT: environment['HTTP_PORT'] ?? String(await freePort(settings.httpPort)),
    DISCORD_TOKEN: token,
    DISCORD_API_URL: discord.restUrl,
    DISCORD_GUILD_IDS: defaultSeed.guild.id,
  }));
  const project = await seedFirstProject(discord.pageUrl);
  return {
    pageUrl: discord.pageUrl,
    project,
    simulated,
    stop: async () => {
      await engine.stop();
      await discord.close();
    },
  };
}

async function hasCredentials(settings: Settings): Promise<boolean> {
  const files = await readdir(settings.credentialsDir).catch(() => []);
  return files.some((file) => file.endsWith('.env'));
}

/** Makes the simulated cloud, and the credentials profile that opens it. */
async function simulatedCloud(folder: string): Promise<Record<string, string>> {
  const cloud = await installSimulatedCloud({ dir: join(folder, 'cloud'), nodeBinary: process.execPath });
  return { CREDENTIALS_DIR: await writeSimulatedProfile(join(folder, 'credentials'), cloud), TERRAFORM_CLI_CONFIG: cloud.cliConfigFile };
}

// A newcomer's port 8080 is often taken; nobody looks at it in the sandbox.
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : wanted));
    });
  });
}

function taken(error: unknown): boolean {
  return error instanceof Error && (('code' in error && error.code === 'EADDRINUSE') || /in use|taken/i.test(error.message));
}
