import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import { fail, failure, ok, type DeploymentId, type Result } from '../../../shared';
import { readState, type StateFile } from '../documents/state-file';
import { RunRepository } from '../persistence/run.repository';
import { StateVersionRepository, type StateVersion } from '../persistence/state-version.repository';
import { Sealer } from '../sealing/sealer';
import { FollowingStopped } from './following-stopped';
import type { Pen } from './run-recorder';

export interface StoredState {
  readonly bytes: Buffer;
  readonly state: StateFile;
}

/** The states of deployments: sealed, numbered, never overwritten. */
@Injectable()
export class StateStore {
  constructor(
    private readonly transaction: Transaction,
    private readonly runs: RunRepository,
    private readonly versions: StateVersionRepository,
    private readonly sealer: Sealer,
  ) {}

  /** The newest one; undefined before the first apply. Refused: TERRAFORM.STATE_UNREADABLE. */
  async newest(deploymentId: DeploymentId): Promise<Result<StoredState | undefined>> {
    const version = await this.versions.newest(deploymentId);
    return version ? this.open(version) : ok(undefined);
  }

  /** A numbered one. Refused: TERRAFORM.NO_STATE, TERRAFORM.STATE_UNREADABLE. */
  async version(deploymentId: DeploymentId, number: number): Promise<Result<StoredState>> {
    const version = await this.versions.find(deploymentId, number);
    return version ? this.open(version) : fail(noState(number));
  }

  private async open({ deploymentId, sealed, sha256: digest }: StateVersion): Promise<Result<StoredState>> {
    const bytes = await this.sealer.unseal(sealed, contextOf(deploymentId));
    const state = bytes && sha256(bytes) === digest ? readState(bytes.toString('utf8')) : undefined;
    return bytes && state ? ok({ bytes, state }) : fail(stateUnreadable());
  }

  /** Stores a state that is newer than the newest, once. @throws FollowingStopped */
  async keep({ runId, follower }: Pen, deploymentId: DeploymentId, bytes: Buffer, { serial, lineage }: StateFile): Promise<void> {
    const sealed = await this.sealer.seal(bytes, contextOf(deploymentId));
    await this.transaction.run(async () => {
      if (!(await this.runs.hold(runId, follower))) throw new FollowingStopped(runId, 'another follower took over');
      const newest = await this.versions.newest(deploymentId);
      if (newest?.lineage === lineage && newest.serial >= serial) return;
      await this.versions.append({ deploymentId, serial, lineage, sha256: sha256(bytes), sealed, runId });
    });
  }
}

function noState(number: number): ReturnType<typeof failure> {
  return failure('TERRAFORM.NO_STATE', `This deployment has no state with the number ${number}. \`/cloud-state\` without a version lists those there are.`, 'version');
}

function stateUnreadable(): ReturnType<typeof failure> {
  return failure('TERRAFORM.STATE_UNREADABLE', 'The stored state of this deployment cannot be opened. Ask an administrator to check ENCRYPTION_KEY: it has to be the key the state was sealed with.');
}

function contextOf(deploymentId: DeploymentId): string {
  return `state ${deploymentId}`;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
