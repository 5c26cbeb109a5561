import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config';
import { fail, ok, type Result } from '../../../shared';
import type { Configuration } from '../documents/configuration';
import { initFailed } from '../domain/terraform-failures';
import type { TerraformTool } from '../domain/terraform-tool';
import { plainError } from '../output/error-in-words';
import type { ChildEnvironment } from '../process/child-environment';
import { run } from '../process/terraform-process';
import { DataDirectory } from './data-directory';

/** Providers ready for use. */
export interface InstalledProviders {
  /** Holds `.terraform` and the lock file; absent where nothing has to be installed. */
  readonly directory?: string;
  /** SHA-256 of the lock file, in hex; of nothing where there is none. */
  readonly lockDigest: string;
}

export const LOCK_FILE = '.terraform.lock.hcl';

/**
 * One initialised directory for each set of providers, tool, version and CLI configuration. It is made in a directory of its own
 * and renamed into place, so that of several at once the first one counts and the others are thrown away.
 */
@Injectable()
export class ProviderDirectories {
  private readonly making = new Map<string, Promise<Result<void>>>();

  constructor(private readonly settings: Settings, private readonly directories: DataDirectory) {}

  /** Refused: TERRAFORM.INIT_FAILED. The failure's sentence is not redacted. */
  async prepare({ providers }: Configuration, tool: TerraformTool, environment: ChildEnvironment): Promise<Result<InstalledProviders>> {
    if (Object.keys(providers).length === 0) return ok({ lockDigest: sha256('') });
    const cliConfig = this.settings.terraformCliConfig === undefined ? '' : await readFile(this.settings.terraformCliConfig, 'utf8');
    const directory = join(this.directories.providers, sha256(JSON.stringify([providers, tool.tool, tool.version, sha256(cliConfig)])));

    let lock = await readIfThere(join(directory, LOCK_FILE));
    if (lock === undefined) {
      const made = await this.makeOnce(directory, JSON.stringify({ terraform: { required_providers: providers } }), tool, environment);
      if (!made.ok) return made;
      lock = await readFile(join(directory, LOCK_FILE), 'utf8');
    }
    return ok({ directory, lockDigest: sha256(lock) });
  }

  // Two at once in this process would only download the same twice.
  private makeOnce(directory: string, ...how: readonly [configuration: string, tool: TerraformTool, environment: ChildEnvironment]): Promise<Result<void>> {
    const made = this.making.get(directory) ?? this.make(directory, ...how).finally(() => this.making.delete(directory));
    this.making.set(directory, made);
    return made;
  }

  private async make(directory: string, configuration: string, tool: TerraformTool, environment: ChildEnvironment): Promise<Result<void>> {
    await this.directories.prepare();
    const draft = join(this.directories.providers, `making-${randomUUID()}`);
    await mkdir(draft, { mode: 0o700 });
    try {
      await writeFile(join(draft, 'main.tf.json'), configuration, { mode: 0o600 });
      const { exitCode, stderr, stdout } = await run({ binary: tool.binary, args: ['init', '-input=false', '-no-color'], directory: draft, environment });
      if (exitCode !== 0) return fail(initFailed(plainError(`${stderr}\n${stdout}`)));
      await rename(draft, directory).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
      });
      return ok();
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
