import { labelEntries, type DeploymentLabels } from '../domain/deployment-labels';

/** A deployment's labels by Azure's rules for tags: values at most 256 characters; `<>%&\\?/` are kept out of them too. */
export function azureTags(labels: DeploymentLabels): Readonly<Record<string, string>> {
  return Object.fromEntries(labelEntries(labels).map(([key, value]) => [key, value.replace(/[^A-Za-z0-9 _.:=+@-]+/g, '-').slice(0, 256)]));
}
