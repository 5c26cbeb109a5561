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
  /** What its owner adds, by names that every cloud takes. */
  readonly more?: Readonly<Record<string, string>>;
}

/** The labels as every cloud shows them, by the same keys on each. */
export function labelEntries({ project, environment, session, deployment, owner, managedBy = 'cloud-engine', expiresAt = 'never', more = {} }: DeploymentLabels): readonly (readonly [key: string, value: string])[] {
  return Object.entries({ ...more, project, environment, session, deployment, owner, 'managed-by': managedBy, 'expires-at': expiresAt });
}
