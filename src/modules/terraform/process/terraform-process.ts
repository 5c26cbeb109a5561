import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import type { ChildEnvironment } from './child-environment';

/** A program, its arguments and its whole environment: no shell, nothing inherited. */
export interface Execution {
  readonly binary: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly environment: ChildEnvironment;
}

export interface ProcessEnd {
  /** Null where it was killed or could not be started. */
  readonly exitCode: number | null;
  readonly stdout: string;
  /** With the reason in it, where it could not be started. */
  readonly stderr: string;
}

export interface StartedProcess {
  readonly end: Promise<ProcessEnd>;
  /** SIGINT, and soon after an end by force, for its providers too. For what has nothing to save. */
  stop(): void;
}

const KILL_AFTER_MS = 2_000;
const KEPT_ERROR_BYTES = 64 * 1024;
const MOST_OUTPUT_CHARACTERS = 256 * 1024 * 1024;
const MOST_PROGRAM_CHARACTERS = 16 * 1024 * 1024;

// No clock of execa's own ends a Terraform.
const ALWAYS = { extendEnv: false, shell: false, reject: false, forceKillAfterDelay: false, stripFinalNewline: false } as const;

/** Runs a short command and waits for it. */
export async function run({ binary, args, directory, environment }: Execution): Promise<ProcessEnd> {
  const { exitCode, stdout, stderr, shortMessage } = await execa(binary, args, { ...ALWAYS, stdin: 'ignore', maxBuffer: MOST_OUTPUT_CHARACTERS, cwd: directory, env: environment });
  return { exitCode: exitCode ?? null, stdout, stderr: exitCode === undefined ? `${stderr}\n${shortMessage ?? ''}` : stderr };
}

/** Runs a program that reads from its standard input; undefined where it was ended by force, because it took longer. */
export async function runWithin({ binary, args, directory, environment }: Execution, input: string, timeoutMs: number): Promise<ProcessEnd | undefined> {
  const { exitCode, stdout, stderr, shortMessage, timedOut } = await execa(binary, args, {
    ...ALWAYS, input, maxBuffer: MOST_PROGRAM_CHARACTERS, cwd: directory, env: environment, timeout: timeoutMs, killSignal: 'SIGKILL',
  });
  if (timedOut) return undefined;
  return { exitCode: exitCode ?? null, stdout, stderr: exitCode === undefined ? `${stderr}\n${shortMessage ?? ''}` : stderr };
}

/** Starts a command that writes into `outputFile`. It ends by itself, by `stop`, or soon after this process, whose pipe it loses. */
export function start({ binary, args, directory, environment }: Execution, outputFile: string): StartedProcess {
  const child = execa(binary, args, {
    ...ALWAYS, stdin: 'ignore', stdout: { file: outputFile }, cwd: directory, env: environment, buffer: false, detached: true,
  });
  let stderr = Buffer.alloc(0);
  child.stderr.on('data', (chunk: Buffer) => {
    if (stderr.length < KEPT_ERROR_BYTES) stderr = Buffer.concat([stderr, chunk]).subarray(0, KEPT_ERROR_BYTES);
  });
  let killer: NodeJS.Timeout | undefined;
  let isOver = false;
  const end = Promise.resolve(child).then(({ exitCode, shortMessage }) => {
    isOver = true;
    clearTimeout(killer);
    const text = stderr.toString('utf8');
    return { exitCode: exitCode ?? null, stdout: '', stderr: exitCode === undefined ? `${text}\n${shortMessage ?? ''}` : text };
  });
  const stop = (): void => {
    if (isOver || killer || child.pid === undefined) return;
    child.kill('SIGINT');
    killer = setTimeout(() => killGroup(child.pid), KILL_AFTER_MS);
  };
  return { end, stop };
}

/**
 * Starts the supervisor in a session of its own and lets go of it. The environment travels as the process's own: on no command
 * line and in no file. Resolves when it ends, if this process still looks on.
 */
export async function supervise({ binary, args, directory, environment }: Execution): Promise<void> {
  const child = execa(process.execPath, [supervisorFile(), directory, binary, ...args], {
    ...ALWAYS, stdio: 'ignore', cwd: directory, env: environment, detached: true, cleanup: false, buffer: false,
  });
  child.nodeChildProcess.unref();
  await child;
}

/** When a process began, where only `ps` knows; empty if it is gone. */
export async function processStart(pid: number): Promise<string> {
  const { stdout } = await execa('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], { reject: false });
  return stdout.trim();
}

// Built it is JavaScript; under Jest it is the source, whose types Node takes off itself.
function supervisorFile(): string {
  const built = join(__dirname, 'supervisor.mjs');
  return existsSync(built) ? built : join(__dirname, 'supervisor.mts');
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
