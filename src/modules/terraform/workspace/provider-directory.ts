import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Settings } from '../../../config';
import { fail, ok, type Result } from '../../../shared';
import { initFailed } from '../domain/terraform-failures';
import type { TerraformTool } from '../domain/terraform-tool';
import { runToEnd } from '../process/terraform-process';
import { Redactor } from '../redaction/redactor';
import { DataDirectory } from './data-directory';
import type { ChildEnvironment } from '../process/child-environment';

const configuration = z.object({ terraform: z.object({ required_providers: z.record(z.string(), z.unknown()).optional() }).loose().optional() }).loose();
const BUILT_IN = 'terraform.io/builtin/';

/** One initialised directory for each set of providers: `init` runs once for all deployments that need the same. */
@Injectable()
export class ProviderDirectories {
  constructor(
    private readonly settings: Settings,
    private readonly directory: DataDirectory,
  ) {}

  /** Undefined where no provider has to be installed. */
  async ensure(tool: TerraformTool, mainTfJson: string, environment: ChildEnvironment): Promise<Result<string | undefined>> {
    const required = providersOf(mainTfJson);
    if (!required) return ok(undefined);
    const path = join(this.directory.providers, await this.digest(tool, required));
    return (await exists(join(path, '.terraform.lock.hcl'))) ? ok(path) : this.initialise(path, tool, required, environment);
  }

  // Made aside and renamed into place: of two that make it at once the second finds it there and takes that one.
  private async initialise(path: string, tool: TerraformTool, required: object, environment: ChildEnvironment): Promise<Result<string>> {
    const draft = `${path}.${randomUUID()}`;
    await mkdir(draft, { recursive: true, mode: 0o700 });
    try {
      await writeFile(join(draft, 'main.tf.json'), JSON.stringify({ terraform: { required_providers: required } }));
      const { exitCode, stderr, stdout } = await runToEnd({ program: tool.binary, args: ['init', '-input=false', '-no-color', '-backend=false'], directory: draft, environment: environment.variables });
      if (exitCode !== 0) return fail(initFailed(new Redactor(environment.secrets).redact(`${stderr}\n${stdout}`).replace(/[│╷╵]/g, '').replace(/\s+/g, ' ').trim().slice(0, 600)));
      await rename(draft, path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
      });
      return ok(path);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }

  private async digest({ tool, version }: TerraformTool, required: object): Promise<string> {
    const { terraformCliConfig } = this.settings;
    const cliConfig = terraformCliConfig ? await readFile(terraformCliConfig, 'utf8').catch(() => '') : '';
    return createHash('sha256').update(JSON.stringify([tool, version, required, terraformCliConfig, cliConfig])).digest('hex').slice(0, 32);
  }
}

function providersOf(mainTfJson: string): Record<string, unknown> | undefined {
  const parsed = configuration.safeParse(JSON.parse(mainTfJson));
  const required = Object.entries(parsed.data?.terraform?.required_providers ?? {}).filter(([, provider]) => !JSON.stringify(provider).includes(BUILT_IN));
  return required.length > 0 ? Object.fromEntries(required.sort(([left], [right]) => (left < right ? -1 : 1))) : undefined;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}
