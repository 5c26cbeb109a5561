import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TerraformTool } from '../domain/terraform-tool';
import type { RunDirectory } from '../workspace/run-directory';
import type { ChildEnvironment } from './child-environment';
import { startDetached } from './terraform-process';

/** Starts the apply of the directory's plan under a supervisor, both detached. Of two starts in one directory the second does nothing. */
export function startApply({ binary }: TerraformTool, directory: RunDirectory, { variables }: ChildEnvironment): void {
  startDetached({
    program: process.execPath,
    args: [supervisorFile(), directory.path, binary, 'apply', '-input=false', '-json', '-lock-timeout=60s', directory.planFile],
    directory: directory.path,
    environment: variables,
  });
}

// It runs as a program of its own, so it has to be compiled, also where the rest runs from source.
function supervisorFile(): string {
  const compiled = [join(__dirname, 'supervisor.js'), resolve(__dirname, '../../../../dist/src/modules/terraform/process/supervisor.js')].find((file) => existsSync(file));
  if (!compiled) throw new Error('The supervisor is not compiled: run `npm run build`');
  return compiled;
}
