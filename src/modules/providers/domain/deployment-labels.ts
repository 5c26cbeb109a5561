/** What every resource is labelled with. Free text: each provider makes it fit its own rules. */
export interface DeploymentLabels {
  readonly project: string;
  readonly environment: string;
  readonly session: string;
  readonly deployment: string;
  readonly owner: string;
  /** `cloud-engine` where absent. */
  readonly managedBy?: string;
  /** ISO 8601; absent where the deployment does not end by itself. */
  readonly expiresAt?: string;
}
