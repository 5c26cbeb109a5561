import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstalledCloud } from './install';

/**
 * What the simulated clouds want to know of an account: where a deployment lands, and nothing that opens a door.
 * Values are redacted wherever Terraform prints them, so none of them is a word that may stand there by itself.
 */
export const settingsOfSimulatedClouds: Readonly<Record<string, string>> = {
  GOOGLE_PROJECT: 'acme-sandbox',
  AWS_ACCESS_KEY_ID: 'AKIASIMULATEDCLOUD00',
  AWS_SECRET_ACCESS_KEY: 'simulated-secret-access-key',
  ARM_SUBSCRIPTION_ID: '00000000-0000-4000-8000-000000000001',
  ARM_TENANT_ID: '00000000-0000-4000-8000-000000000002',
  DIGITALOCEAN_TOKEN: 'simulated-digitalocean-token',
  SPACES_ACCESS_KEY_ID: 'simulated-spaces-access-key',
  SPACES_SECRET_ACCESS_KEY: 'simulated-spaces-secret-key',
};

/** Writes the credentials profile `default` that opens the simulated clouds. Answers the folder: CREDENTIALS_DIR. */
export async function writeSimulatedProfile(folder: string, { environment }: InstalledCloud, more: Readonly<Record<string, string>> = {}): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lines = Object.entries({ ...environment, ...settingsOfSimulatedClouds, ...more }).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`);
  await writeFile(join(folder, 'default.env'), lines.join(''), { mode: 0o600 });
  return folder;
}
