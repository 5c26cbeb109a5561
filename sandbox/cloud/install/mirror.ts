import { join } from 'node:path';
import type { ProviderDefinition } from '../engine/schema';
import { writeIfChanged } from './write-if-changed';

// Terraform and OpenTofu look for the same provider at their own registries.
const HOSTS = ['registry.terraform.io', 'registry.opentofu.org'];

export interface Launch {
  readonly nodeBinary: string;
  /** The built provider. */
  readonly program: string;
  /** The folder of the certificate. */
  readonly certificates: string;
}

/**
 * Writes a provider's launcher into a filesystem mirror. Lock files hold a digest of everything in its folder, so
 * nothing else may lie there, and its text depends on nothing but where things are.
 */
export function writeLauncher(mirror: string, platform: string, { namespace, name, version }: ProviderDefinition, launch: Launch): void {
  const words = [launch.nodeBinary, launch.program, name, launch.certificates].map(quote).join(' ');
  for (const host of HOSTS) {
    const file = join(mirror, host, namespace, name, version, platform, `terraform-provider-${name}_v${version}`);
    writeIfChanged(file, `#!/bin/sh\nexec ${words}\n`, 0o755);
  }
}

/** A configuration for the Terraform CLI that installs providers from this mirror and nowhere else. */
export function cliConfig(mirror: string): string {
  return `disable_checkpoint = true\n\nprovider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`;
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
