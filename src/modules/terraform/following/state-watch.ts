import { readFile, stat } from 'node:fs/promises';
import type { DeploymentId } from '../../../shared';
import { readState, type StateFile } from '../documents/state-file';
import type { Pen } from './run-recorder';
import type { StateStore } from './state-store';

/** Keeps every new serial of one run's state file. */
export class StateWatch {
  private stamp = '';
  private last: StateFile | undefined;
  private damaged = false;

  constructor(
    private readonly store: StateStore,
    private readonly pen: Pen,
    private readonly deploymentId: DeploymentId,
    private readonly file: string,
  ) {}

  /** The last whole state that was seen. */
  get state(): StateFile | undefined {
    return this.last;
  }

  /** True where the file, as it was last seen, is no whole state. */
  get isDamaged(): boolean {
    return this.damaged;
  }

  /** A newer state, found elsewhere. */
  replace(state: StateFile): void {
    this.last = state;
    this.damaged = false;
  }

  /** Looks at the file, and answers with its state where that is new. */
  async look(): Promise<StateFile | undefined> {
    const stamp = await stampOf(this.file);
    if (stamp === undefined || stamp === this.stamp) return undefined;
    const bytes = await readFile(this.file);
    // Terraform makes the first state's file before there is anything to write into it.
    if (bytes.length === 0 && !this.last) return undefined;
    const state = readState(bytes.toString('utf8'));
    // Terraform writes the file in place: a part of it will be a whole one at the next look.
    this.damaged = state === undefined;
    if (!state) return undefined;
    if (state.serial !== this.last?.serial || state.lineage !== this.last.lineage) await this.store.keep(this.pen, this.deploymentId, bytes, state);
    this.stamp = stamp;
    this.last = state;
    return state;
  }
}

async function stampOf(file: string): Promise<string | undefined> {
  try {
    const { size, mtimeNs } = await stat(file, { bigint: true });
    return `${size} ${mtimeNs}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
