import { execFile, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InstalledCloud } from '../install';
import { terraformBinary } from './terraform-binary';

/** One line of `terraform … -json`. */
export interface TerraformEvent {
  readonly type: string;
  readonly '@message': string;
  readonly change?: { readonly action: string; readonly resource: { readonly addr: string } };
  readonly diagnostic?: { readonly severity: string; readonly summary: string; readonly detail: string };
}

export interface Run {
  readonly code: number;
  readonly output: string;
  readonly events: TerraformEvent[];
  /** Summaries and details of all errors. */
  readonly errors: string;
}

/** One configuration with its own state, and the real Terraform to run on it. */
export class Workspace {
  constructor(
    readonly folder: string,
    private readonly cloud: InstalledCloud,
    private readonly extra: Readonly<Record<string, string>> = {},
  ) {
    mkdirSync(folder, { recursive: true });
  }

  write(resources: Record<string, unknown>, provider: Record<string, unknown> = {}): void {
    const configuration = {
      terraform: { required_providers: { google: { source: 'hashicorp/google', version: '~> 7.0' } } },
      provider: { google: { project: 'demo-project', region: 'europe-west1', ...provider } },
      resource: resources,
    };
    writeFileSync(join(this.folder, 'main.tf.json'), JSON.stringify(configuration));
  }

  /** Runs `terraform` to its end. `onLine` sees every line of output as it comes. */
  run(args: string[], onLine: (line: string, process: ChildProcess) => void = () => undefined): Promise<Run> {
    return new Promise((resolve) => {
      const child = execFile(terraformBinary(), args, { cwd: this.folder, env: this.environment(), maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
        resolve(asRun(error === null ? 0 : (child.exitCode ?? 1), `${stdout}${stderr}`));
      });
      let rest = '';
      child.stdout?.on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) onLine(line, child);
      });
    });
  }

  /** Plans and applies what the configuration says. */
  apply(...args: string[]): Promise<Run> {
    return this.run(['apply', '-auto-approve', '-json', ...args]);
  }

  plan(...args: string[]): Promise<Run> {
    return this.run(['plan', '-detailed-exitcode', '-json', ...args]);
  }

  // From nothing: what a test's own environment holds must not matter.
  private environment(): Record<string, string> {
    const { cliConfigFile, environment } = this.cloud;
    return { HOME: this.folder, TF_CLI_CONFIG_FILE: cliConfigFile, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', TF_INPUT: '0', SIM_DELAY_MS: '0', ...environment, ...this.extra };
  }
}

function asRun(code: number, output: string): Run {
  const events = output.split('\n').filter((line) => line.startsWith('{"@')).map((line) => JSON.parse(line) as TerraformEvent);
  const errors = events.flatMap(({ diagnostic }) => (diagnostic?.severity === 'error' ? [`${diagnostic.summary} ${diagnostic.detail}`] : []));
  return { code, output, events, errors: errors.join('\n') };
}

/** What happened or will happen to a resource, by its address. */
export function actions(run: Run, type: 'planned_change' | 'resource_drift'): Record<string, string> {
  const changes = run.events.filter((event) => event.type === type).flatMap(({ change }) => (change ? [change] : []));
  return Object.fromEntries(changes.map(({ action, resource }) => [resource.addr, action]));
}
