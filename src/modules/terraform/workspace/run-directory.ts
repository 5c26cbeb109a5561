import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RunId } from '../../../shared';
import { processIdentity, type ProcessIdentity } from '../process/process-identity';

const exitStatus = z.object({ code: z.number().int().nullable(), signal: z.string().nullable(), error: z.string().optional() });
export type ExitStatus = z.infer<typeof exitStatus>;

/** The files of one run, by their names. */
export class RunDirectory {
  readonly path: string;

  constructor(runs: string, runId: RunId) {
    this.path = join(runs, runId);
  }

  get planFile(): string {
    return join(this.path, 'plan.bin');
  }

  get stateFile(): string {
    return join(this.path, 'terraform.tfstate');
  }

  get outputFile(): string {
    return join(this.path, 'output.jsonl');
  }

  get errorFile(): string {
    return join(this.path, 'errors.txt');
  }

  /** Empty, and nobody else's to look into. */
  async make(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
    await mkdir(this.path, { recursive: true, mode: 0o700 });
  }

  /** Everything that Terraform needs to find: the configuration, the initialised providers, the state as it was. */
  async fill(mainTfJson: string, initialised: string | undefined, state: Buffer | undefined): Promise<void> {
    await writeFile(join(this.path, 'main.tf.json'), mainTfJson, { mode: 0o600 });
    if (initialised) {
      await symlink(join(initialised, '.terraform'), join(this.path, '.terraform'));
      await copyFile(join(initialised, '.terraform.lock.hcl'), join(this.path, '.terraform.lock.hcl'));
    }
    if (state) await writeFile(this.stateFile, state, { mode: 0o600 });
  }

  /** SHA-256 of the lock file, in hex; of nothing where there is none. */
  async lockDigest(): Promise<string> {
    const lock = await readFile(join(this.path, '.terraform.lock.hcl')).catch(() => Buffer.alloc(0));
    return createHash('sha256').update(lock).digest('hex');
  }

  supervisor(): Promise<ProcessIdentity | undefined> {
    return read(join(this.path, 'supervisor.json'), processIdentity);
  }

  terraform(): Promise<ProcessIdentity | undefined> {
    return read(join(this.path, 'terraform.json'), processIdentity);
  }

  /** Undefined while it runs, and where nobody was left to write it. */
  exit(): Promise<ExitStatus | undefined> {
    return read(join(this.path, 'exit.json'), exitStatus);
  }

  async wasStarted(): Promise<boolean> {
    return stat(join(this.path, 'supervisor.json')).then(() => true, () => false);
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

// A file that is not there, or not whole yet, says nothing.
async function read<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}
