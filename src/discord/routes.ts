import type { ChangeId, DeploymentId, GrantId, PlanId, RequestId, SessionId } from '../shared';

/**
 * Every custom id: its pattern, as necord matches it, and the function that builds one. Patterns are matched without
 * regard to case and the first match wins, so each begins with a word of its own.
 */
export const ROUTES = {
  approve: 'approve/:session/:plan',
  confirmDestroy: 'confirm/:session/:plan',
  destroyForm: 'destroy/:session/:plan',
  addResource: 'add/:session',
  refresh: 'refresh/:session',
  cancel: 'cancel/:session',
  planDetails: 'details/:session',
  chooseKind: 'kind/:session',
  removeResource: 'remove/:session',
  resourceForm: 'form/:session/:kind',
  retryForm: 'retry/:draft',
  listSessions: 'list/:filter/:after',
  askForce: 'ask-force/:session',
  forceStop: 'force/:session',
  deployAgain: 'again/:deployment',
  destroyDeployment: 'end/:deployment',
  reconcile: 'reconcile/:deployment',
  approveAccess: 'access-yes/:request',
  denyAccess: 'access-no/:request',
  agreeChange: 'change-yes/:change',
  declineChange: 'change-no/:change',
  askMore: 'more/:grant',
  moreForm: 'more-form/:grant',
  adminList: 'sessions/:state/:project/:member/:after',
} as const;

export const routeTo = {
  approve: (session: SessionId, plan: PlanId | undefined) => `approve/${session}/${plan ?? 'none'}`,
  confirmDestroy: (session: SessionId, plan: PlanId | undefined) => `confirm/${session}/${plan ?? 'none'}`,
  destroyForm: (session: SessionId, plan: PlanId) => `destroy/${session}/${plan}`,
  addResource: (session: SessionId) => `add/${session}`,
  refresh: (session: SessionId) => `refresh/${session}`,
  cancel: (session: SessionId) => `cancel/${session}`,
  planDetails: (session: SessionId) => `details/${session}`,
  chooseKind: (session: SessionId) => `kind/${session}`,
  removeResource: (session: SessionId) => `remove/${session}`,
  resourceForm: (session: SessionId, kind: string) => `form/${session}/${kind}`,
  retryForm: (draft: string) => `retry/${draft}`,
  listSessions: (filter: string, after: string) => `list/${filter}/${after}`,
  askForce: (session: SessionId) => `ask-force/${session}`,
  forceStop: (session: SessionId) => `force/${session}`,
  deployAgain: (deployment: DeploymentId) => `again/${deployment}`,
  destroyDeployment: (deployment: DeploymentId) => `end/${deployment}`,
  reconcile: (deployment: DeploymentId) => `reconcile/${deployment}`,
  approveAccess: (request: RequestId) => `access-yes/${request}`,
  denyAccess: (request: RequestId) => `access-no/${request}`,
  agreeChange: (change: ChangeId) => `change-yes/${change}`,
  declineChange: (change: ChangeId) => `change-no/${change}`,
  askMore: (grant: GrantId) => `more/${grant}`,
  moreForm: (grant: GrantId) => `more-form/${grant}`,
  adminList: (state: string, project: string, member: string, after: string) => `sessions/${state}/${project}/${member}/${after}`,
} as const;

const WORDS = new Set(Object.values(ROUTES).map((pattern) => pattern.split('/')[0]));

/** Whether a handler of this version answers to this custom id. */
export function isKnownRoute(customId: string): boolean {
  const [word, ...rest] = customId.toLowerCase().split('/');
  const pattern = Object.values(ROUTES).find((known) => known.startsWith(`${word}/`));
  return word !== undefined && WORDS.has(word) && pattern?.split('/').length === rest.length + 1 && rest.every((part) => part !== '');
}

/** Only what a custom id of ours can be made of. */
export const isSafeCustomId = (customId: string): boolean => /^[\w./-]{1,100}$/.test(customId);

/** Ids that people send back are text until they are found: an unknown one is answered as "not found". */
export const asSessionId = (text: string): SessionId => text.slice(0, 40) as SessionId;
export const asDeploymentId = (text: string): DeploymentId => text.slice(0, 40) as DeploymentId;
export const asRequestId = (text: string): RequestId => text.slice(0, 40) as RequestId;
export const asChangeId = (text: string): ChangeId => text.slice(0, 40) as ChangeId;
export const asGrantId = (text: string): GrantId => text.slice(0, 40) as GrantId;
export const asPlanId = (text: string): PlanId => text.slice(0, 40) as PlanId;
