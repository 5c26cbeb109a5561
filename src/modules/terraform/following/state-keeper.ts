import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import type { DeploymentId, RunId } from '../../../shared';
import { RunRepository } from '../persistence/run.repository';
import { StateVersionRepository, type StateVersion } from '../persistence/state-version.repository';
import { Sealer } from '../sealing/sealer';
import { readState, type StateContents } from './state-file';

const contextOf = (deploymentId: DeploymentId): string => `state ${deploymentId}`;

/** Copies every new serial of a state to the database, sealed, and takes the newest out again. */
@Injectable()
export class StateKeeper {
  constructor(
    private readonly versions: StateVersionRepository,
    private readonly runs: RunRepository,
    private readonly sealer: Sealer,
    private readonly transaction: Transaction,
  ) {}

  newest(deploymentId: DeploymentId): Promise<StateVersion | undefined> {
    return this.versions.newest(deploymentId);
  }

  /** @throws where the stored bytes are not what was stored. */
  async open({ deploymentId, sealed }: StateVersion): Promise<Buffer> {
    const clear = await this.sealer.unseal(sealed, contextOf(deploymentId));
    if (!clear) throw new Error(`The stored state of ${deploymentId} does not open with this ENCRYPTION_KEY`);
    return clear;
  }

  /** Stores the file's state where it is newer than the stored one. Answers what the file holds. */
  async keep(runId: RunId, follower: string, deploymentId: DeploymentId, file: string, known: number | undefined): Promise<StateContents | undefined> {
    const state = await readState(file);
    if (!state || state.serial === known) return state;
    const sealed = await this.sealer.seal(state.bytes, contextOf(deploymentId));
    await this.transaction.run(async () => {
      if (!(await this.runs.hold(runId, follower))) return;
      const stored = await this.versions.newest(deploymentId);
      if (stored && stored.lineage === state.lineage && stored.serial >= state.serial) return;
      const { serial, lineage, sha256 } = state;
      await this.versions.append({ deploymentId, serial, lineage, sha256, sealed, runId });
    });
    return state;
  }
}
