import type { UserId } from '../../../shared';

/** Undoes a transaction in which somebody's access turned out to be over. */
export class AccessEnded extends Error {
  constructor(readonly by: UserId) {
    super(`The access of ${by} is over`);
    this.name = 'AccessEnded';
  }
}
