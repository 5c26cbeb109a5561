import { Query } from '@nestjs/cqrs';
import type { Actor } from '../domain/actor';
import type { Grant } from '../domain/grant';

export interface GrantView extends Grant {
  readonly projectName: string;
}

/** Grants alive in the projects that the actor administers, the next to end first: at most 200. */
export class ListGrants extends Query<readonly GrantView[]> {
  constructor(readonly actor: Actor) {
    super();
    Object.freeze(this);
  }
}
