import { readFile } from 'node:fs/promises';
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

/** True while a supervisor has its command but has not yet written down which process that is. */
export async function isCommandKnown(directory: string): Promise<boolean> {
  return (await read(directory, 'command.json', processIdentity)) !== undefined;
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
