import { readFile } from 'node:fs/promises';
import { z } from 'zod';

export const processIdentity = z.object({ pid: z.number().int().positive(), startTime: z.string(), bootId: z.string() });
/** A process for good: its id, and when it started in which boot of the machine. The two are empty where the system does not tell. */
export type ProcessIdentity = z.infer<typeof processIdentity>;

/** Whether exactly this process still runs. */
export async function isAlive({ pid, startTime, bootId }: ProcessIdentity): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (startTime === '') return true;
  const stat = (await textOf(`/proc/${pid}/stat`)).split(') ').at(-1)?.split(' ');
  return stat?.[0] !== 'Z' && stat?.[19] === startTime && (await textOf('/proc/sys/kernel/random/boot_id')) === bootId;
}

async function textOf(path: string): Promise<string> {
  return (await readFile(path, 'utf8').catch(() => '')).trim();
}
