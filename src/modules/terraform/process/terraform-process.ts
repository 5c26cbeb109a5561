import { execa } from 'execa';

/** A program, its arguments and its whole environment: no shell, nothing inherited. */
export interface Invocation {
  readonly program: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface Finished {
  /** Null where it was killed or could not be started. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How long a plan may still clean up behind itself when it is stopped. */
const STOP_WITHIN_MS = 2_000;
const MOST_OUTPUT_BYTES = 256 * 1024 * 1024;

/** Runs a short program to its end and hands over what it printed. */
export async function runToEnd({ program, args, directory, environment }: Invocation): Promise<Finished> {
  const { exitCode, stdout, stderr, shortMessage } = await execa(program, args, { ...plain(directory, environment), maxBuffer: MOST_OUTPUT_BYTES });
  return { exitCode: exitCode ?? null, stdout, stderr: exitCode === undefined ? `${stderr}\n${shortMessage ?? ''}` : stderr };
}

/** Runs a program whose output is read as it comes. Stopping it is quick: nothing that it does has to be finished. */
export async function runStreaming({ program, args, directory, environment }: Invocation, onOutput: (chunk: Buffer) => void, stop: AbortSignal): Promise<Finished> {
  const running = execa(program, args, { ...plain(directory, environment), buffer: { stdout: false, stderr: true }, encoding: 'buffer' });
  running.stdout.on('data', onOutput);
  const onStop = (): void => {
    running.kill('SIGINT');
    setTimeout(() => running.kill('SIGKILL'), STOP_WITHIN_MS).unref();
  };
  stop.addEventListener('abort', onStop, { once: true });
  try {
    const { exitCode, stderr } = await running;
    return { exitCode: exitCode ?? null, stdout: '', stderr: Buffer.from(stderr ?? '').toString('utf8') };
  } finally {
    stop.removeEventListener('abort', onStop);
  }
}

/** Starts a program in a session of its own, which outlives this process. It writes to files; nothing ties it to us. */
export function startDetached({ program, args, directory, environment }: Invocation): void {
  const started = execa(program, args, { ...plain(directory, environment), stdout: 'ignore', stderr: 'ignore', detached: true, cleanup: false, buffer: false });
  started.nodeChildProcess.unref();
  // How it ends is written to its files; here nobody waits for it.
  started.catch(() => undefined);
}

function plain(cwd: string, env: Readonly<Record<string, string>>) {
  return { cwd, env, extendEnv: false, stdin: 'ignore', shell: false, reject: false, forceKillAfterDelay: false, windowsHide: true } as const;
}
