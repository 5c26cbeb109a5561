import { labelEntries, type DeploymentLabels } from '../domain/deployment-labels';

/** A deployment's labels by DigitalOcean's rules for tags: lower-case letters, digits, `:`, `-` and `_`. */
export function digitaloceanLabels(labels: DeploymentLabels): Readonly<Record<string, string>> {
  return Object.fromEntries(labelEntries(labels).map(([key, value]) => [key, value.toLowerCase().replace(/[^a-z0-9_-]+/g, '-').slice(0, 200)]));
}

/** The same as tags, which DigitalOcean has in place of labels: `owner:123`. */
export function tagsOf(labels: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(labels).map(([key, value]) => `${key}:${value}`);
}
