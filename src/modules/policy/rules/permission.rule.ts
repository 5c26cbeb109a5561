import type { RequestFacts, Rule } from '../domain/rule';

export const permission: Rule<RequestFacts> = {
  id: 'permission',
  severity: 'deny',
  check: ({ project, level }) => (level === 'READ' ? [`This needs DEPLOY on \`${project.name}\`, and you have READ. Ask for it with \`/cloud-request-access\`.`] : []),
};
