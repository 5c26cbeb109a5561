/** Undoes a transaction in which a session turned out to want more than there is. */
export class OverQuota extends Error {
  constructor(readonly messages: readonly string[]) {
    super('The quota is used up');
    this.name = 'OverQuota';
  }
}
