import { Query } from '@nestjs/cqrs';
import type { Actor } from '../domain/actor';
import type { ProjectChange } from '../domain/project-change';

export type ListedChange = ProjectChange & { readonly projectName: string };

/** Changes that wait for a second administrator, of the projects that somebody administers. */
export class ListChanges extends Query<readonly ListedChange[]> {
  constructor(readonly actor: Actor) {
    super();
    Object.freeze(this);
  }
}
