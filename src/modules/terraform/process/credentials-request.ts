/** Whose credentials a run wants, as the database knows it and not as anybody typed it. */
export interface CredentialsRequest {
  /** `<profile>.env` */
  readonly profile: string;
  /** The tenant's id. */
  readonly tenant: string;
  /** The project's name. */
  readonly project: string;
  readonly environment: string;
  /** This installation serves nobody else, so that what is given to nobody is theirs. */
  readonly isOnlyTenant: boolean;
}
