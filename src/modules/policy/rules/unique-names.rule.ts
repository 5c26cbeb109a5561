import type { RequestFacts, Rule } from '../domain/rule';

export const uniqueNames: Rule<RequestFacts> = {
  id: 'unique-names',
  severity: 'deny',
  check: ({ resources }) => {
    const names = resources.map(({ kind, name }) => `${kind} ${name}`);
    const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    return [...twice].map((name) => `Two resources are called \`${name}\`. Remove one of them and add it under another name.`);
  },
};
