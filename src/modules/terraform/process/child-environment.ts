import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config';
import { fail, ok, type Result } from '../../../shared';
import { profileExposed, profileMissing, profileName, simulatedCloud, variableRefused } from '../domain/terraform-failures';
import { DataDirectory } from '../workspace/data-directory';

export interface ChildEnvironment {
  readonly variables: Readonly<Record<string, string>>;
  /** The profile's values: never to be seen in any output. */
  readonly secrets: readonly string[];
}

const PROFILE = /^[a-z][a-z0-9-]{0,38}$/;
/** What would change which programs run, or where their output goes. */
const NOT_A_PROFILES = /^(PATH|HOME|LD_.*|DYLD_.*|NODE_.*|TF_(?!VAR_).*|CHECKPOINT_.*|GODEBUG|SHELL|IFS|BASH_ENV|ENV)$/;
const OPENS_THE_SIMULATED_CLOUD = 'CLOUD_ENGINE_SANDBOX';
/** Not secrets: words that would turn every line into `(redacted)`. */
const IN_CLEAR = /^(SIM_.*|.*(REGION|ZONE|LOCATION|PROJECT|PROJECT_ID))$/;

/** Builds Terraform's environment from nothing: our own few variables, and those of the project's credentials profile. */
@Injectable()
export class ChildEnvironmentBuilder {
  constructor(
    private readonly settings: Settings,
    private readonly directory: DataDirectory,
  ) {}

  async build(profile: string): Promise<Result<ChildEnvironment>> {
    const read = await this.read(profile);
    if (!read.ok) return read;
    const given = Object.entries(read.value);
    const refused = given.find(([name]) => NOT_A_PROFILES.test(name));
    if (refused) return fail(variableRefused(profile, refused[0]));
    if (OPENS_THE_SIMULATED_CLOUD in read.value && !this.isSandbox()) return fail(simulatedCloud(profile, OPENS_THE_SIMULATED_CLOUD));
    return ok({
      variables: { ...read.value, ...this.own() },
      secrets: given.filter(([name]) => !IN_CLEAR.test(name)).map(([, value]) => value),
    });
  }

  private own(): Record<string, string> {
    const { terraformCliConfig } = this.settings;
    return {
      PATH: '/usr/local/bin:/usr/bin:/bin', HOME: this.directory.home, TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1',
      ...(terraformCliConfig && { TF_CLI_CONFIG_FILE: terraformCliConfig }),
    };
  }

  private async read(profile: string): Promise<Result<Record<string, string>>> {
    if (!PROFILE.test(profile)) return fail(profileName(profile.slice(0, 40)));
    const file = join(this.settings.credentialsDir, `${profile}.env`);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return fail(profileMissing(profile));
    if ((found.mode & 0o077) !== 0 && process.platform !== 'win32') return fail(profileExposed(profile));
    const parsed = parseEnv(await readFile(file, 'utf8'));
    return ok(Object.fromEntries(Object.entries(parsed).filter((entry): entry is [string, string] => entry[1] !== undefined)));
  }

  // Only a Discord on this very machine is a sandbox.
  private isSandbox(): boolean {
    return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(this.settings.discordApiUrl).hostname);
  }
}
