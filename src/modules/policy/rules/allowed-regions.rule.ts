import type { RequestFacts, Rule } from '../domain/rule';

export const allowedRegions: Rule<RequestFacts> = {
  id: 'allowed-regions',
  severity: 'deny',
  check: ({ project, region }) =>
    project.regions.length === 0 || project.regions.includes(region) ? [] : [`\`${project.name}\` allows the regions ${project.regions.join(', ')}, not ${region}. Start a session in one of these.`],
};
