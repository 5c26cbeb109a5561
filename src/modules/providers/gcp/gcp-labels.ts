import type { DeploymentLabels } from '../domain/deployment-labels';

/** A deployment's labels by Google's rules: keys and values of lower-case letters, digits, `_` and `-`, values at most 63. */
export function gcpLabels({ project, environment, session, deployment, owner, managedBy = 'cloud-engine', expiresAt }: DeploymentLabels): Readonly<Record<string, string>> {
  const labels = { project, environment, session, deployment, owner, 'managed-by': managedBy, ...(expiresAt !== undefined && { 'expires-at': expiresAt }) };
  return Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, labelValue(value)]));
}

// Google also takes letters of other scripts; the other clouds do not, and a label should read the same on all.
function labelValue(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9_-]+/g, '-').slice(0, 63);
}
