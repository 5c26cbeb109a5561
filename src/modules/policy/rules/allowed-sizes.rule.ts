import type { RequestFacts, Rule } from '../domain/rule';

export const allowedSizes: Rule<RequestFacts> = {
  id: 'allowed-sizes',
  severity: 'deny',
  check: ({ project: { name: project, rules: { sizes = [] } = {} }, resources }) =>
    sizes.length === 0 ? [] : resources.flatMap(({ kind, name, args: { size } }) =>
      typeof size !== 'string' || sizes.includes(size) ? [] : [`\`${project}\` allows the sizes ${sizes.join(', ')}, and ${kind} \`${name}\` asks for ${size}. Remove it and add it in one of these.`]),
};
