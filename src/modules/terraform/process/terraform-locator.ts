import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config';
import { fail, ok, type Result } from '../../../shared';
import { terraformNotFound } from '../domain/terraform-failures';
import type { TerraformTool } from '../domain/terraform-tool';
import { checkVersion, readVersion } from '../domain/tool-version';
import { DataDirectory } from '../workspace/data-directory';
import { ChildEnvironmentBuilder } from './child-environment';
import { run } from './terraform-process';

interface Known {
  readonly stamp: string;
  readonly tool: TerraformTool;
}

/** Finds the CLI and asks for its version, again only where the program was replaced or was missing. */
@Injectable()
export class TerraformLocator {
  private known?: Known;

  constructor(
    private readonly settings: Settings,
    private readonly directories: DataDirectory,
    private readonly environments: ChildEnvironmentBuilder,
  ) {}

  async find(): Promise<Result<TerraformTool>> {
    const named = this.settings.terraformBin;
    const binary = named === undefined ? await firstOnPath('terraform', 'tofu') : await firstProgram(placesOf(named));
    if (binary === undefined) return fail(terraformNotFound(named));
    const stamp = await stampOf(binary);
    if (this.known?.stamp === stamp) return ok(this.known.tool);

    await this.directories.prepare();
    const { stdout } = await run({ binary, args: ['version'], directory: this.directories.home, environment: this.environments.bare() });
    const version = readVersion(stdout);
    if (!version) return fail(terraformNotFound(named ?? binary));
    const tool = checkVersion({ ...version, binary });
    if (tool.ok) this.known = { stamp, tool: tool.value };
    return tool;
  }
}

async function firstOnPath(...names: readonly string[]): Promise<string | undefined> {
  return firstProgram(names.flatMap(onPath));
}

function placesOf(named: string): string[] {
  return isAbsolute(named) || named.includes('/') ? [resolve(named)] : onPath(named);
}

function onPath(name: string): string[] {
  return (process.env['PATH'] ?? '').split(delimiter).filter(Boolean).map((directory) => resolve(join(directory, name)));
}

async function firstProgram(places: readonly string[]): Promise<string | undefined> {
  for (const place of places) {
    try {
      await access(place, constants.X_OK);
      if ((await stat(place)).isFile()) return place;
    } catch {
      continue;
    }
  }
  return undefined;
}

async function stampOf(binary: string): Promise<string> {
  const { ino, size, mtimeMs } = await stat(binary);
  return [binary, ino, size, mtimeMs].join(' ');
}
