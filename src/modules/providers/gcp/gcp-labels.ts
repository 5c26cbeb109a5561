import { labelEntries, type DeploymentLabels } from '../domain/deployment-labels';

/** A deployment's labels by Google's rules: keys and values of lower-case letters, digits, `_` and `-`, values at most 63. */
export function gcpLabels(labels: DeploymentLabels): Readonly<Record<string, string>> {
  return Object.fromEntries(labelEntries(labels).map(([key, value]) => [key, labelValue(value)]));
}

// Google also takes letters of other scripts; the other clouds do not, and a label should read the same on all.
function labelValue(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9_-]+/g, '-').slice(0, 63);
}
