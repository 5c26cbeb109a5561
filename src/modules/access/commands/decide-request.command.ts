import { Command } from '@nestjs/cqrs';
import type { RequestId, Result } from '../../../shared';
import type { AccessRequest } from '../domain/access-request';
import type { Actor } from '../domain/actor';
import type { Grant } from '../domain/grant';

export interface DecidedRequest {
  readonly request: AccessRequest;
  /** Absent: it was denied. */
  readonly grant?: Grant;
}

/** Grants what was asked for, or denies it: for administrators of the project, and never for whoever asked. Refused: REQUEST.*, ACCESS.*. */
export class DecideRequest extends Command<Result<DecidedRequest>> {
  /** `channelId`: where the holder is told of the grant's end. */
  constructor(readonly actor: Actor, readonly requestId: RequestId, readonly isApproved: boolean, readonly channelId?: string) {
    super();
    Object.freeze(this);
  }
}
