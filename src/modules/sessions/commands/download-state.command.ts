import { Command } from '@nestjs/cqrs';
import type { DeploymentId, Result } from '../../../shared';
import type { Actor } from '../../access';

export interface DownloadedState {
  /** Such as `shop-1.v12.tfstate`. */
  readonly fileName: string;
  /** In clear, secrets and all. */
  readonly bytes: Buffer;
}

/** Hands a stored state to an administrator, and records that. Refused: DEPLOYMENT.NOT_FOUND, ACCESS.LEVEL_NEEDED, TERRAFORM.NO_STATE, TERRAFORM.STATE_UNREADABLE. */
export class DownloadState extends Command<Result<DownloadedState>> {
  constructor(readonly actor: Actor, readonly deploymentId: DeploymentId, readonly version: number) {
    super();
    Object.freeze(this);
  }
}
