import type { RequestFacts, Rule } from '../domain/rule';

export const allowedProviders: Rule<RequestFacts> = {
  id: 'allowed-providers',
  severity: 'deny',
  check: ({ project, provider }) =>
    project.providers.includes(provider) ? [] : [`\`${project.name}\` allows ${project.providers.join(', ')}, not ${provider}. Start a session with one of these.`],
};
