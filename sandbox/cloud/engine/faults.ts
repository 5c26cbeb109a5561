import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode, readIfThere, writeAtomically } from './files';

export type FaultAction = 'configure' | 'plan' | 'read' | 'create' | 'update' | 'delete' | 'import';

/** A failure to come. It strikes whatever fits its type, action and name; one that is left out fits everything. */
export interface Fault {
  readonly type?: string;
  readonly action?: FaultAction;
  readonly name?: string;
  /** The error to answer with. Without it (and without crash and hang) the fault only takes its time. */
  readonly error?: string;
  readonly detail?: string;
  /** How long the action takes, in milliseconds, in place of its usual time. */
  readonly delayMs?: number;
  /** How often it strikes, over all processes; always where it is left out. */
  readonly times?: number;
  /** It strikes after the work was done: the object is there, and Terraform hears of a failure. */
  readonly partial?: boolean;
  /** The provider's process ends on the spot. */
  readonly crash?: boolean;
  /** No answer comes until Terraform asks the provider to stop. */
  readonly hang?: boolean;
}

const FILE = 'faults.json';
const CLAIMS = 'fault-claims';

/** The failures of a cloud, in its `faults.json`: a list of faults, looked through in order at every action. */
export class Faults {
  constructor(private readonly folder: string) {}

  /** The fault that strikes this action, if any; a fault of limited `times` is used up a little. */
  claim(type: string, action: FaultAction, name: string): Fault | undefined {
    return this.all().find((fault, position) => fits(fault, type, action, name) && this.claimOne(fault, position));
  }

  /** Replaces all faults; those used up before count anew. */
  set(faults: readonly Fault[]): void {
    rmSync(join(this.folder, CLAIMS), { recursive: true, force: true });
    writeAtomically(join(this.folder, FILE), `${JSON.stringify(faults, null, 2)}\n`);
  }

  private all(): Fault[] {
    const text = readIfThere(join(this.folder, FILE));
    return text === undefined ? [] : (JSON.parse(text) as Fault[]);
  }

  // One file per use, made exclusively: that counts right whatever runs beside it.
  private claimOne(fault: Fault, position: number): boolean {
    if (fault.times === undefined) return true;
    mkdirSync(join(this.folder, CLAIMS), { recursive: true });
    const mark = createHash('sha256').update(JSON.stringify(fault)).digest('hex').slice(0, 12);
    for (let use = 0; use < fault.times; use++) {
      if (makeOnce(join(this.folder, CLAIMS, `${position}-${mark}-${use}`))) return true;
    }
    return false;
  }
}

function fits(fault: Fault, type: string, action: FaultAction, name: string): boolean {
  return (fault.type ?? type) === type && (fault.action ?? action) === action && (fault.name ?? name) === name;
}

function makeOnce(file: string): boolean {
  try {
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}
