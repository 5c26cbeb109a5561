import type { RequestFacts, Rule } from '../domain/rule';

/** What every cloud and Terraform itself take as a name. */
const NAME = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

export const resourceNames: Rule<RequestFacts> = {
  id: 'resource-names',
  severity: 'deny',
  check: ({ resources }) => resources.filter(({ name }) => !NAME.test(name)).map(({ kind, name }) => `The ${kind} \`${name.slice(0, 63).replaceAll('`', 'ˋ')}\` cannot be called so. Choose another name: lower-case letters, digits and hyphens, beginning with a letter, at most 63 of them.`),
};
