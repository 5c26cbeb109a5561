import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstalledCloud } from './install';

/** The project that a deployment of the simulated Google Cloud lands in. */
const GOOGLE_PROJECT = 'acme-sandbox';

/** Writes the credentials profile `default` that opens a simulated cloud. Answers the folder: CREDENTIALS_DIR. */
export async function writeSimulatedProfile(folder: string, { environment }: InstalledCloud, more: Readonly<Record<string, string>> = {}): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lines = Object.entries({ ...environment, GOOGLE_PROJECT, ...more }).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`);
  await writeFile(join(folder, 'default.env'), lines.join(''), { mode: 0o600 });
  return folder;
}
