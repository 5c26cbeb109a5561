import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { processStart } from './terraform-process';

/** A process, named so that a later one with the same number is not taken for it. */
export const processIdentity = z.object({ pid: z.number().int().positive(), start: z.string() });

export type ProcessIdentity = z.infer<typeof processIdentity>;

/** Is exactly this process running? One that is dead but not yet buried is not. */
export async function isAlive({ pid, start }: ProcessIdentity): Promise<boolean> {
  if (!hasPid(pid)) return false;
  if (process.platform !== 'linux') return (await processStart(pid)) === start;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The program's name may hold anything; after it come the state, which is the third field, and the start, the 22nd.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[19] === start && fields[0] !== 'Z' && fields[0] !== 'X';
}

/** Is anything left of the session that this process began? */
export function hasGroup(pid: number): boolean {
  return hasPid(-pid);
}

/** Names this boot of the machine; empty where the system does not tell. */
export async function bootId(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim();
}

function hasPid(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
