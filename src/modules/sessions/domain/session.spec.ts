import { failure, type PlanId, type Result, type RunId, type UserId } from '../../../shared';
import { aPlan, aSession, minutesAfterNoon, NOON } from './session.builder';
import type { Session, SessionOutcome } from './session';
import { canTransition, isLocked, isTerminal, SESSION_STATES, TRANSITIONS, type SessionState } from './session-state';

const DEV = 'dev' as UserId;
const OUTCOME: SessionOutcome = { added: 1, changed: 0, destroyed: 0, outputs: {}, durationMs: 1 };
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${result.failure.code}`);
  return result.value;
};

const unlocked = (from: SessionState): boolean => !isLocked(from);

interface Step {
  readonly name: string;
  readonly to: SessionState;
  readonly take: (session: Session) => Result<Session>;
  /** Where it may be taken, if that is not the table's own answer. */
  readonly allowed?: (from: SessionState) => boolean;
}

/** Every step a session can take, and the state it leads to. */
const STEPS: readonly Step[] = [
  { name: 'requesting a plan', to: 'VALIDATING', take: (session) => session.requestPlan(NOON) },
  { name: 'finding violations', to: 'DRAFT', take: (session) => session.violationsFound([]) },
  { name: 'starting to plan', to: 'PLANNING', take: (session) => session.startPlanning('run_2' as RunId, []) },
  { name: 'having a plan', to: 'PLAN_READY', take: (session) => session.planReady(aPlan()) },
  { name: 'failing to plan', to: 'DRAFT', take: (session) => session.planFailed(failure('X', 'x')) },
  { name: 'adding a resource', to: 'DRAFT', take: (session) => session.addResource({ kind: 'vpc', name: 'two', args: {} }, DEV, NOON), allowed: unlocked },
  { name: 'removing a resource', to: 'DRAFT', take: (session) => session.removeResource('vpc', 'main', DEV, NOON), allowed: unlocked },
  { name: 'approving', to: 'APPROVED', take: (session) => session.approve('pln_1' as PlanId, { by: DEV, via: [] }, NOON) },
  { name: 'starting to apply', to: 'APPLYING', take: (session) => session.startApplying() },
  { name: 'having applied', to: 'APPLIED', take: (session) => session.applied(OUTCOME) },
  { name: 'failing', to: 'FAILED', take: (session) => session.failed(failure('X', 'x')) },
  { name: 'cancelling', to: 'CANCELLED', take: (session) => session.cancel(NOON) },
];

describe('the transition table', () => {
  it('is the one of the contract', () => {
    expect(TRANSITIONS).toEqual({
      DRAFT: ['VALIDATING', 'CANCELLED', 'EXPIRED'],
      VALIDATING: ['PLANNING', 'DRAFT', 'CANCELLED'],
      PLANNING: ['PLAN_READY', 'DRAFT', 'CANCELLED', 'FAILED'],
      PLAN_READY: ['APPROVED', 'DRAFT', 'VALIDATING', 'CANCELLED', 'EXPIRED'],
      APPROVED: ['APPLYING', 'CANCELLED', 'EXPIRED', 'FAILED'],
      APPLYING: ['APPLIED', 'FAILED'],
      APPLIED: [], FAILED: [], CANCELLED: [], EXPIRED: [],
    });
  });

  describe.each(SESSION_STATES)('from %s', (from) => {
    it.each(STEPS)('$name leads to $to exactly where the table has it', ({ to, take, allowed = (state) => canTransition(state, to) }) => {
      const session = aSession().in(from).build();
      const result = take(session);
      if (allowed(from)) expect(value(result).state).toBe(to);
      else expect(result).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/\w/) as string } });
      expect(session.state).toBe(from);
    });

    it('expires only where time ends it', () => {
      const session = aSession().in(from).build();
      const late = minutesAfterNoon(31);
      const ends = from === 'DRAFT' || from === 'PLAN_READY';
      expect(session.stateAt(late)).toBe(ends ? 'EXPIRED' : from);
      if (ends) expect(value(session.expire(late)).state).toBe('EXPIRED');
      else if (from !== 'EXPIRED') expect(session.expire(late).ok).toBe(false);
      expect(session.expire(NOON).ok).toBe(false);
    });
  });

  it('knows which states are over, and which are locked', () => {
    expect(SESSION_STATES.filter(isTerminal)).toEqual(['APPLIED', 'FAILED', 'CANCELLED', 'EXPIRED']);
    expect(SESSION_STATES.filter((state) => !isLocked(state))).toEqual(['DRAFT', 'PLAN_READY']);
  });
});

describe('approving a session', () => {
  it('accepts the plan that was shown', () => {
    const approved = value(aSession().in('PLAN_READY').build().approve('pln_1' as PlanId, { by: DEV, via: [] }, NOON));
    expect(approved.values.approvals).toEqual([{ planId: 'pln_1', planDigest: aPlan().digest, by: DEV, via: [], at: NOON }]);
  });

  it('takes as many different people as are needed, each once', () => {
    const first = value(aSession().in('PLAN_READY').build().approve('pln_1' as PlanId, { by: 'a' as UserId, via: [], needed: 2 }, NOON));
    expect(first.state).toBe('PLAN_READY');
    expect(first.approve('pln_1' as PlanId, { by: 'a' as UserId, via: [], needed: 2 }, NOON)).toMatchObject({ failure: { code: 'APPROVAL.ALREADY' } });
    const second = value(first.approve('pln_1' as PlanId, { by: 'b' as UserId, via: [], needed: 2 }, NOON));
    expect(second.state).toBe('APPROVED');
    expect(second.values.approvals.map(({ by }) => by)).toEqual(['a', 'b']);
  });

  it('holds for another plan that does exactly the same, and for no other', () => {
    const first = value(aSession().in('PLAN_READY').build().approve('pln_1' as PlanId, { by: 'a' as UserId, via: [], needed: 2 }, NOON));
    const planning = value(value(first.requestPlan(NOON)).startPlanning('run_2' as RunId, []));
    expect(value(planning.planReady(aPlan('pln_2'))).values.approvals).toMatchObject([{ by: 'a', planId: 'pln_2' }]);
    expect(value(planning.planReady({ ...aPlan('pln_2'), digest: 'e'.repeat(64) })).values.approvals).toEqual([]);
    expect(value(planning.planFailed(failure('X', 'x'))).values.approvals).toEqual([]);
    expect(value(first.addResource({ kind: 'vpc', name: 'two', args: {} }, DEV, NOON)).values.approvals).toEqual([]);
  });

  it('refuses a plan older than the last resource', () => {
    const changed = value(aSession().in('PLAN_READY').build().addResource({ kind: 'vpc', name: 'two', args: {} }, DEV, NOON));
    expect(changed.values.plan).toBeUndefined();
    expect(changed.approve('pln_1' as PlanId, { by: DEV, via: [] }, NOON)).toMatchObject({ failure: { code: 'SESSION.PLAN_STALE' } });
    const replanned = aSession().in('PLAN_READY').with({ plan: aPlan('pln_2') }).build();
    expect(replanned.approve('pln_1' as PlanId, { by: DEV, via: [] }, NOON)).toMatchObject({ failure: { code: 'SESSION.PLAN_STALE' } });
  });

  it('refuses a second approval, an expired session, and a plan that changes nothing', () => {
    const ready = aSession().in('PLAN_READY');
    expect(value(ready.build().approve('pln_1' as PlanId, { by: DEV, via: [] }, NOON)).approve('pln_1' as PlanId, { by: DEV, via: [] }, NOON)).toMatchObject({ failure: { code: 'SESSION.WRONG_STATE' } });
    expect(ready.build().approve('pln_1' as PlanId, { by: DEV, via: [] }, minutesAfterNoon(30))).toMatchObject({ failure: { code: 'SESSION.EXPIRED' } });
    const idle = ready.with({ plan: { ...aPlan(), counts: { add: 0, change: 0, destroy: 0 } } }).build();
    expect(idle.approve('pln_1' as PlanId, { by: DEV, via: [] }, NOON)).toMatchObject({ failure: { code: 'SESSION.NOTHING_TO_APPLY' } });
    expect(idle.canApprove(NOON)).toBe(false);
  });
});

describe('changing the resources of a session', () => {
  it('drops the plan with its approvals and leaves the old object as it was', () => {
    const before = aSession().in('PLAN_READY').build();
    const after = value(before.removeResource('vpc', 'main', DEV, NOON));
    expect(after.values).toMatchObject({ state: 'DRAFT', resources: [], approvals: [], violations: [] });
    expect(before.values.resources).toHaveLength(1);
    expect(Object.isFrozen(before.values)).toBe(true);
  });

  it('is refused while the engine is at work, and for what is not there', () => {
    expect(aSession().in('PLANNING').build().addResource({ kind: 'vpc', name: 'two', args: {} }, DEV, NOON)).toMatchObject({ failure: { code: 'SESSION.WRONG_STATE' } });
    expect(aSession().build().removeResource('vpc', 'gone', DEV, NOON)).toMatchObject({ failure: { code: 'SESSION.NO_SUCH_RESOURCE' } });
  });

  it('asks for a resource before it plans', () => {
    expect(aSession().with({ resources: [] }).build().requestPlan(NOON)).toMatchObject({ failure: { code: 'SESSION.NO_RESOURCES' } });
  });
});

it('tells the time that is left', () => {
  const session = aSession().build();
  expect(session.timeRemainingSeconds(minutesAfterNoon(29.5))).toBe(30);
  expect(session.timeRemainingSeconds(minutesAfterNoon(31))).toBe(0);
});

it('plans again in another run when its worker was lost', () => {
  expect(value(aSession().in('PLANNING').build().planAgain('run_9' as RunId)).values.runId).toBe('run_9');
  expect(aSession().build().planAgain('run_9' as RunId).ok).toBe(false);
});
