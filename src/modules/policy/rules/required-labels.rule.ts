import type { RequestFacts, Rule } from '../domain/rule';

export const requiredLabels: Rule<RequestFacts> = {
  id: 'required-labels',
  severity: 'deny',
  check: ({ project: { name, rules: { requiredLabels: required = [] } = {} }, labels }) => {
    const missing = required.filter((label) => !labels[label]);
    return missing.length === 0 ? [] : [`\`${name}\` asks for the label${missing.length > 1 ? 's' : ''} ${missing.join(', ')} on every deployment. Start again with \`/cloud-deploy labels:${missing.map((label) => `${label}=…`).join(', ')}\`.`];
  },
};
