import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config';
import { fail, ok, type Result } from '../../../shared';
import { terraformNotFound, terraformTooOld } from '../domain/terraform-failures';
import type { TerraformTool, ToolName } from '../domain/terraform-tool';
import { DataDirectory } from '../workspace/data-directory';
import { runToEnd } from './terraform-process';

const OLDEST: Readonly<Record<ToolName, readonly [number, number]>> = { terraform: [1, 6], opentofu: [1, 8] };
const TITLES: Readonly<Record<ToolName, string>> = { terraform: 'Terraform', opentofu: 'OpenTofu' };

/** Finds the CLI once; one that is missing is looked for again, so that installing it is enough. */
@Injectable()
export class ToolFinder {
  private found?: TerraformTool;

  constructor(
    private readonly settings: Settings,
    private readonly directory: DataDirectory,
  ) {}

  async find(): Promise<Result<TerraformTool>> {
    if (this.found) return ok(this.found);
    const named = this.settings.terraformBin;
    const binary = named ? await executable(named) : ((await executable('terraform')) ?? (await executable('tofu')));
    const tool = binary && (await this.ask(binary));
    if (!tool) return fail(terraformNotFound(named));
    const [major = 0, minor = 0] = tool.version.split('.').map(Number);
    const [oldestMajor, oldestMinor] = OLDEST[tool.tool];
    if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) return fail(terraformTooOld(`${TITLES[tool.tool]} ${tool.version}`, `${TITLES[tool.tool]} ${oldestMajor}.${oldestMinor}`));
    this.found = tool;
    return ok(tool);
  }

  private async ask(binary: string): Promise<TerraformTool | undefined> {
    await this.directory.prepare();
    const { stdout } = await runToEnd({ program: binary, args: ['version'], directory: this.directory.home, environment: { HOME: this.directory.home, CHECKPOINT_DISABLE: '1' } });
    const [, name, version] = /^(Terraform|OpenTofu) v(\d+\.\d+\.\d+\S*)/.exec(stdout) ?? [];
    return name && version ? { tool: name === 'OpenTofu' ? 'opentofu' : 'terraform', version, binary } : undefined;
  }
}

/** The program itself, or the first of that name on PATH. */
async function executable(name: string): Promise<string | undefined> {
  const places = isAbsolute(name) || name.includes('/') ? [resolve(name)] : (process.env['PATH'] ?? '').split(delimiter).filter(Boolean).map((folder) => resolve(join(folder, name)));
  for (const place of places) {
    if (await access(place, constants.X_OK).then(() => true, () => false)) return place;
  }
  return undefined;
}
