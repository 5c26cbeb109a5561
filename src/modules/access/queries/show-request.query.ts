import { Query } from '@nestjs/cqrs';
import type { RequestId, UserId } from '../../../shared';
import type { AccessRequest, RequestState } from '../domain/access-request';
import type { Grant } from '../domain/grant';
import type { Project } from '../domain/project';

/** A request for access as its administrators see it. */
export interface RequestView {
  readonly request: AccessRequest;
  readonly project: Project;
  readonly state: RequestState;
  readonly decidedBy?: UserId;
  /** What was given. */
  readonly grant?: Grant;
  /** People who may decide, as far as they are known by name: who holds ADMIN by themselves, and who made the project. */
  readonly administrators: readonly UserId[];
}

/** For drawing it, whoever looks. Undefined where it is for no project: there is nothing to show. */
export class ShowRequest extends Query<RequestView | undefined> {
  constructor(readonly requestId: RequestId) {
    super();
    Object.freeze(this);
  }
}
