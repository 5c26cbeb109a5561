import { Query } from '@nestjs/cqrs';
import type { AccessRequest } from '../domain/access-request';
import type { Actor } from '../domain/actor';

export type ListedRequest = AccessRequest & { readonly projectName: string };

/** Requests that wait for a decision, of the projects that somebody administers; the next to lapse first. */
export class ListRequests extends Query<readonly ListedRequest[]> {
  constructor(readonly actor: Actor) {
    super();
    Object.freeze(this);
  }
}
