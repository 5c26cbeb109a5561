import { labelEntries, type DeploymentLabels } from '../domain/deployment-labels';

/** A deployment's labels by Amazon's rules for tags: letters, digits, spaces and `_ . : / = + - @`, values at most 256. */
export function awsTags(labels: DeploymentLabels): Readonly<Record<string, string>> {
  return Object.fromEntries(labelEntries(labels).map(([key, value]) => [key, value.replace(/[^A-Za-z0-9 _.:/=+@-]+/g, '-').slice(0, 256)]));
}

/** Tags with the name that Amazon's console shows. */
export function named(name: string, labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { ...labels, Name: name };
}
