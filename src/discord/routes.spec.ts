import { match } from 'path-to-regexp';
import type { ChangeId, DeploymentId, GrantId, PlanId, RequestId, SessionId } from '../shared';
import { isKnownRoute, isSafeCustomId, ROUTES, routeTo } from './routes';

const session = 'ses_4k7m2x9q0tbv' as SessionId;
const deployment = 'dep_4k7m2x9q0tbv' as DeploymentId;

describe('custom ids', () => {
  const built = {
    approve: routeTo.approve(session, 'pln_4k7m2x9q0tbv' as PlanId), addResource: routeTo.addResource(session), refresh: routeTo.refresh(session), cancel: routeTo.cancel(session), planDetails: routeTo.planDetails(session),
    confirmDestroy: routeTo.confirmDestroy(session, 'pln_4k7m2x9q0tbv' as PlanId), destroyForm: routeTo.destroyForm(session, 'pln_4k7m2x9q0tbv' as PlanId),
    chooseKind: routeTo.chooseKind(session), removeResource: routeTo.removeResource(session), resourceForm: routeTo.resourceForm(session, 'storage_bucket'),
    retryForm: routeTo.retryForm('0123456789abcdef01'), listSessions: routeTo.listSessions('active', `1795435466123.${session}`),
    askForce: routeTo.askForce(session), forceStop: routeTo.forceStop(session),
    deployAgain: routeTo.deployAgain(deployment), destroyDeployment: routeTo.destroyDeployment(deployment), reconcile: routeTo.reconcile(deployment),
    agreeChange: routeTo.agreeChange('chg_4k7m2x9q0tbv' as ChangeId), declineChange: routeTo.declineChange('chg_4k7m2x9q0tbv' as ChangeId), approveAccess: routeTo.approveAccess('req_4k7m2x9q0tbv' as RequestId), denyAccess: routeTo.denyAccess('req_4k7m2x9q0tbv' as RequestId),
    askMore: routeTo.askMore('grt_4k7m2x9q0tbv' as GrantId), moreForm: routeTo.moreForm('grt_4k7m2x9q0tbv' as GrantId),
    adminList: routeTo.adminList('PLAN_READY', 'prj_4k7m2x9q0tbv', '512946308817395722', `1795435466123.${session}`),
  } satisfies Record<keyof typeof ROUTES, string>;

  it.each(Object.entries(built))('of %s match their own pattern and no other, and fit', (name, customId) => {
    const matching = Object.entries(ROUTES).filter(([, pattern]) => match(pattern)(customId));
    expect(matching.map(([other]) => other)).toEqual([name]);
    expect(isKnownRoute(customId)).toBe(true);
    expect(isSafeCustomId(customId)).toBe(true);
    expect(customId.length).toBeLessThanOrEqual(100);
  });

  it.each(['', 'approve', 'approve/x', 'approve/x/y/z', 'unknown/x', 'add/', '/', 'constructor/x'])('know that "%s" is not theirs', (customId) => expect(isKnownRoute(customId)).toBe(false));

  it.each(['add/%zz', 'add/a b', 'add/ä', '', 'x'.repeat(101)])('do not let "%s" through to the matcher', (customId) => expect(isSafeCustomId(customId)).toBe(false));
});
