import type { SessionPurpose, SessionState, SessionView } from '../../modules/sessions';

interface StateLook {
  readonly mark: string;
  readonly title: string;
  readonly color: number;
}

/** How each state looks, in the lobby and in lists. */
export const STATE_LOOKS: Readonly<Record<SessionState, StateLook>> = {
  DRAFT: { mark: '📝', title: 'Draft', color: 0x80848e },
  VALIDATING: { mark: '⏳', title: 'Planning…', color: 0x5865f2 },
  PLANNING: { mark: '⏳', title: 'Planning…', color: 0x5865f2 },
  PLAN_READY: { mark: '📋', title: 'Plan ready', color: 0xf0b232 },
  APPROVED: { mark: '👍', title: 'Approved, waiting for a worker', color: 0x00a8fc },
  APPLYING: { mark: '🚀', title: 'Applying…', color: 0x00a8fc },
  APPLIED: { mark: '✅', title: 'Applied', color: 0x23a55a },
  FAILED: { mark: '❌', title: 'Failed', color: 0xda373c },
  CANCELLED: { mark: '🚫', title: 'Cancelled', color: 0x4e5058 },
  EXPIRED: { mark: '⌛', title: 'Expired', color: 0x4e5058 },
};

/** A failure that has a name of its own. */
const ENDS: Readonly<Record<string, Partial<StateLook>>> = {
  APPLY_INTERRUPTED: { mark: '⚡', title: 'Interrupted' },
  'SESSION.APPLY_CANCELLED': { mark: '🛑', title: 'Stopped', color: 0xf0b232 },
  'SESSION.PLAN_STALE': { mark: '🕰️', title: 'Not applied: the plan was out of date', color: 0xf0b232 },
};
const DESTROYING: Partial<Record<SessionState, Partial<StateLook>>> = {
  PLAN_READY: { title: 'Ready to destroy', color: 0xda373c },
  APPLYING: { mark: '🧹', title: 'Destroying…' },
  APPLIED: { mark: '🧹', title: 'Destroyed', color: 0x4e5058 },
};

const RECONCILING: Partial<Record<SessionState, Partial<StateLook>>> = {
  PLAN_READY: { mark: '🔎', title: 'Ready to reconcile' },
  APPLYING: { mark: '🔎', title: 'Reconciling…' },
  APPLIED: { title: 'Reconciled' },
};
const FOR_PURPOSE = { deploy: {}, destroy: DESTROYING, reconcile: RECONCILING } as const satisfies Record<SessionPurpose, object>;

/** How a session looks: one that ends or reconciles a deployment says so, and so does one that was stopped. */
export function lookOf({ state, purpose, stop, problem }: Pick<SessionView, 'state' | 'purpose' | 'stop' | 'problem'>): StateLook {
  const looks: Partial<Record<SessionState, Partial<StateLook>>> = FOR_PURPOSE[purpose];
  const stopping = state === 'APPLYING' && stop ? { mark: '🛑', title: stop.forced ? 'Stopping by force…' : 'Stopping…', color: 0xf0b232 } : {};
  const ended = state === 'FAILED' ? ENDS[problem?.code ?? ''] : {};
  return { ...STATE_LOOKS[state], ...looks[state], ...stopping, ...ended };
}
