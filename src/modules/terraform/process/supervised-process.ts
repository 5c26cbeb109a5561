import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { bootId, hasGroup, isAlive, processIdentity, type ProcessIdentity } from './process-identity';
import { supervise, type Execution } from './terraform-process';

export const OUTPUT_FILE = 'output.jsonl';
export const ERRORS_FILE = 'errors.txt';

const supervisorFile = processIdentity.extend({ bootId: z.string(), startedAt: z.number() });
const exitFile = z.object({ code: z.number().nullable(), signal: z.string().nullable(), error: z.string().optional(), durationMs: z.number() });

/** How a supervised command ended, as its supervisor wrote it down. */
export type SupervisedExit = z.infer<typeof exitFile>;

export type SupervisedStatus =
  | { readonly phase: 'absent' }
  | { readonly phase: 'running' }
  | { readonly phase: 'exited'; readonly exit: SupervisedExit }
  /** Neither supervisor nor command is alive, and nobody wrote down how it ended. */
  | { readonly phase: 'lost' };

const LOOK_AGAIN_MS = 10;

/** What has become of the command that was, or was not, started in this directory. */
export async function statusOf(directory: string): Promise<SupervisedStatus> {
  const supervisor = await read(directory, 'supervisor.json', supervisorFile);
  if (!supervisor) return { phase: 'absent' };
  const exit = await read(directory, 'exit.json', exitFile);
  if (exit) return { phase: 'exited', exit };
  if (supervisor.bootId === (await bootId()) && (await isAnyoneAlive(directory, supervisor))) return { phase: 'running' };
  // It may have ended between the two looks.
  const late = await read(directory, 'exit.json', exitFile);
  return late ? { phase: 'exited', exit: late } : { phase: 'lost' };
}

/** Starts the command in the execution's directory unless that was done before; resolves once it is sure that a supervisor has it. */
export async function startSupervised(execution: Execution): Promise<void> {
  let ended = false;
  const gone = supervise(execution).then(() => {
    ended = true;
  });
  for (;;) {
    const last = ended;
    if ((await statusOf(execution.directory)).phase !== 'absent') return;
    if (last) throw new Error(`Starting the supervisor in ${execution.directory}: it ended without a word`);
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))]);
  }
}

/** Sends one SIGINT to the command itself, never to its providers; false where it is not running (any more). */
export async function interrupt(directory: string): Promise<boolean> {
  const command = await read(directory, 'command.json', processIdentity);
  if (!command || !(await isAlive(command))) return false;
  process.kill(command.pid, 'SIGINT');
  return true;
}

/** Ends the command at once, and not in order. What it started ends when it finds its command gone. */
export async function kill(directory: string): Promise<void> {
  const command = await read(directory, 'command.json', processIdentity);
  if (command && (await isAlive(command))) process.kill(command.pid, 'SIGKILL');
}

/** False while a supervisor has not yet written down which process its command is. */
export async function isCommandKnown(directory: string): Promise<boolean> {
  return (await read(directory, 'command.json', processIdentity)) !== undefined;
}

/**
 * Takes the place of a supervisor that will never start, so that nobody else starts one: the directory then says that the command
 * could not be run, and why. Where a supervisor was quicker, its run stands.
 */
export async function forgo(directory: string, reason: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const draft = join(directory, `supervisor.json.${randomUUID()}`);
  await writeFile(draft, JSON.stringify({ pid: process.pid, start: '', bootId: '', startedAt: 0 } satisfies z.infer<typeof supervisorFile>), { mode: 0o600 });
  try {
    await link(draft, join(directory, 'supervisor.json'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  } finally {
    await rm(draft);
  }
  await writeFile(join(directory, 'exit.json'), JSON.stringify({ code: null, signal: null, error: reason, durationMs: 0 } satisfies SupervisedExit), { mode: 0o600 });
}

async function isAnyoneAlive(directory: string, supervisor: ProcessIdentity): Promise<boolean> {
  if (await isAlive(supervisor)) return true;
  const command = await read(directory, 'command.json', processIdentity);
  // A supervisor killed at its very first moment leaves a command that only their common session tells of.
  return command ? isAlive(command) : hasGroup(supervisor.pid);
}

async function read<T>(directory: string, file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(join(directory, file), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
