import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { RunId } from '../../../shared';
import { ERRORS_FILE, OUTPUT_FILE } from '../process/supervised-process';
import { DataDirectory } from './data-directory';
import { LOCK_FILE, type InstalledProviders } from './provider-directories';

export const PLAN_FILE = 'tfplan';
export const STATE_FILE = 'terraform.tfstate';
export const ERRORED_STATE_FILE = 'errored.tfstate';

const DRAFT = 'making-';
const MAIN_FILE = 'main.tf.json';
const IN_CLEAR = [OUTPUT_FILE, ERRORS_FILE, MAIN_FILE, PLAN_FILE, `${STATE_FILE}.backup`, 'crash.log'];

export interface RunFiles {
  readonly mainTfJson: string;
  readonly providers: InstalledProviders;
  /** The newest state, in clear; absent where the deployment has none yet. */
  readonly state?: Buffer;
  /** A saved plan, in clear. */
  readonly plan?: Buffer;
}

/** The directory in which one run's Terraform works. */
@Injectable()
export class RunDirectories {
  constructor(private readonly directories: DataDirectory) {}

  pathOf(runId: RunId): string {
    if (!/^\w[\w-]*$/.test(runId)) throw new Error(`Not an id of a run: ${runId}`);
    return join(this.directories.runs, runId);
  }

  /**
   * Makes the run's directory, whole or not at all. One that is there is left as it is: Terraform may be at work in it, and its
   * state is newer than any that could be put there.
   */
  async fill(runId: RunId, files: RunFiles): Promise<string> {
    await this.directories.prepare();
    const directory = this.pathOf(runId);
    const draft = join(this.directories.runs, `${DRAFT}${randomUUID()}`);
    await mkdir(draft, { mode: 0o700 });
    try {
      await put(draft, MAIN_FILE, files.mainTfJson);
      if (files.state) await put(draft, STATE_FILE, files.state);
      if (files.plan) await put(draft, PLAN_FILE, files.plan);
      if (files.providers.directory !== undefined) {
        await symlink(join(files.providers.directory, '.terraform'), join(draft, '.terraform'));
        await copyFile(join(files.providers.directory, LOCK_FILE), join(draft, LOCK_FILE));
      }
      await rename(draft, directory).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
      });
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
    return directory;
  }

  /** The runs that have a directory, by their ids. */
  async list(): Promise<string[]> {
    await this.directories.prepare();
    return (await readdir(this.directories.runs)).filter((name) => !name.startsWith(DRAFT));
  }

  /** Removes what processes that died while they filled a directory left behind. */
  async removeDrafts(olderThanMs: number): Promise<void> {
    for (const name of (await readdir(this.directories.runs)).filter((one) => one.startsWith(DRAFT))) {
      const draft = join(this.directories.runs, name);
      const age = await stat(draft).then(({ mtimeMs }) => Date.now() - mtimeMs, () => 0);
      if (age > olderThanMs) await rm(draft, { recursive: true, force: true });
    }
  }

  async remove(runId: RunId): Promise<void> {
    await rm(this.pathOf(runId), { recursive: true, force: true });
  }

  /** Of a run that is over, what Terraform printed and was given holds secrets in clear: its states are kept, where they may be all there is, and who ran it. */
  async keepStates(runId: RunId): Promise<void> {
    const directory = this.pathOf(runId);
    await Promise.all(IN_CLEAR.map((name) => rm(join(directory, name), { force: true })));
  }
}

async function put(directory: string, file: string, content: string | Buffer): Promise<void> {
  await writeFile(join(directory, file), content, { mode: 0o600 });
}
