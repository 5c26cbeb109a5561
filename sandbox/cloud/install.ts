import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readIfThere } from './engine/files';
import { ensureCertificate } from './install/certificate';
import { cliConfig, writeLauncher } from './install/mirror';
import { terraformPlatform } from './install/platform';
import { writeIfChanged } from './install/write-if-changed';
import { KEY_FILE } from './provider/gate';
import { PROVIDERS } from './schemas';

export interface SimulatedCloudOptions {
  /** Everything is written below this folder. */
  readonly dir: string;
  /** The Node that runs the provider: `process.execPath`. */
  readonly nodeBinary: string;
}

export interface InstalledCloud {
  /** For TF_CLI_CONFIG_FILE. */
  readonly cliConfigFile: string;
  /** What Terraform's own environment must hold beside it: without these the provider refuses to load. */
  readonly environment: { readonly SIM_CLOUD_DIR: string; readonly CLOUD_ENGINE_SANDBOX: string };
  readonly cloudDir: string;
  readonly mirrorDir: string;
}

/** Sets up the simulated cloud and the mirror to load it from. Doing it again changes nothing and keeps what the cloud holds. */
export async function installSimulatedCloud({ dir, nodeBinary }: SimulatedCloudOptions): Promise<InstalledCloud> {
  const platform = terraformPlatform(process.platform, process.arch);
  const program = builtProvider();
  const root = resolve(dir);
  const certificates = join(root, 'certificate');
  const mirrorDir = join(root, 'mirror');
  const cloudDir = join(root, 'cloud');
  const cliConfigFile = join(root, 'terraform.tfrc');

  await ensureCertificate(certificates);
  for (const definition of PROVIDERS) writeLauncher(mirrorDir, platform, definition, { nodeBinary, program, certificates });
  writeIfChanged(cliConfigFile, cliConfig(mirrorDir), 0o644);
  return { cliConfigFile, environment: { SIM_CLOUD_DIR: cloudDir, CLOUD_ENGINE_SANDBOX: ensureKey(cloudDir) }, cloudDir, mirrorDir };
}

function ensureKey(cloudDir: string): string {
  const file = join(cloudDir, KEY_FILE);
  const present = readIfThere(file)?.trim();
  if (present) return present;
  const key = randomBytes(32).toString('base64url');
  writeIfChanged(file, `${key}\n`, 0o600);
  return key;
}

// This file stands in sandbox/cloud, or built in dist/sandbox/cloud; the provider is always the built one.
function builtProvider(): string {
  const candidates = [join(__dirname, 'provider.bundle.js'), join(__dirname, '..', '..', 'dist', 'sandbox', 'cloud', 'provider.bundle.js')];
  const found = candidates.find((file) => existsSync(file));
  if (found === undefined) throw new Error('The simulated cloud is not built yet. Run `npm run build`, then start again.');
  return found;
}
