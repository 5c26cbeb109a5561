import { CloudError } from './cloud-error';
import type { Fault } from './faults';

/** Waits, but no longer than until the signal. False where the signal came first. */
export function pause(milliseconds: number, stop: AbortSignal): Promise<boolean> {
  if (stop.aborted) return Promise.resolve(milliseconds <= 0);
  if (milliseconds <= 0) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(true), milliseconds);
    const stopped = (): void => finish(false);
    const finish = (elapsed: boolean): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', stopped);
      resolve(elapsed);
    };
    stop.addEventListener('abort', stopped);
  });
}

/** Lets a fault do what it says, if it says more than how long something takes. */
export async function strike(fault: Fault, activity: string, stop: AbortSignal): Promise<void> {
  if (fault.crash) {
    process.stderr.write(`panic: injected fault while trying to ${activity}\n`);
    process.exit(2);
  }
  if (fault.hang) {
    await new Promise<void>((resolve) => (stop.aborted ? resolve() : stop.addEventListener('abort', () => resolve())));
    throw interrupted(activity);
  }
  if (fault.error !== undefined) throw new CloudError(fault.error, fault.detail);
}

/** The error of an action that Terraform asked to stop before the cloud had done anything. */
export function interrupted(activity: string): CloudError {
  return new CloudError('operation was canceled', `Interrupted while trying to ${activity}: context canceled.`);
}
