/** The ten states and every transition that exists. There is no other way from one state to another. */
export const TRANSITIONS = {
  DRAFT: ['VALIDATING', 'CANCELLED', 'EXPIRED'],
  VALIDATING: ['PLANNING', 'DRAFT', 'CANCELLED'],
  PLANNING: ['PLAN_READY', 'DRAFT', 'CANCELLED', 'FAILED'],
  PLAN_READY: ['APPROVED', 'DRAFT', 'VALIDATING', 'CANCELLED', 'EXPIRED'],
  APPROVED: ['APPLYING', 'CANCELLED', 'EXPIRED', 'FAILED'],
  APPLYING: ['APPLIED', 'FAILED'],
  APPLIED: [],
  FAILED: [],
  CANCELLED: [],
  EXPIRED: [],
} as const satisfies Record<string, readonly string[]>;

export type SessionState = keyof typeof TRANSITIONS;

export const SESSION_STATES = Object.keys(TRANSITIONS) as SessionState[];

export function canTransition(from: SessionState, to: SessionState): boolean {
  return (TRANSITIONS[from] as readonly SessionState[]).includes(to);
}

export function isTerminal(state: SessionState): boolean {
  return TRANSITIONS[state].length === 0;
}

/** In these states the resources cannot be changed: the engine is at work, or it is over. */
export function isLocked(state: SessionState): boolean {
  return state !== 'DRAFT' && state !== 'PLAN_READY';
}

/** In these states the engine is on its way to infrastructure, or there; time alone never ends them. */
export const NEVER_EXPIRING: readonly SessionState[] = ['APPROVED', 'APPLYING'];
