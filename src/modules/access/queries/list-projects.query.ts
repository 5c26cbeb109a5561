import { Query } from '@nestjs/cqrs';
import type { Actor } from '../domain/actor';
import type { AccessLevel } from '../domain/access-level';
import type { AuthorisedProject } from './authorise.query';

/** The projects on which the actor holds at least `level`, by name; archived ones only to be looked at. */
export class ListProjects extends Query<readonly AuthorisedProject[]> {
  constructor(readonly actor: Actor, readonly level: AccessLevel) {
    super();
    Object.freeze(this);
  }
}
