/** What the cloud or the provider turns down, in the words that Terraform will show. */
export class CloudError extends Error {
  constructor(
    readonly summary: string,
    readonly detail = '',
  ) {
    super(summary);
    this.name = 'CloudError';
  }
}
