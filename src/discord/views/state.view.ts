import type { SessionState, SessionView } from '../../modules/sessions';

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

const DESTROYING: Partial<Record<SessionState, Partial<StateLook>>> = {
  PLAN_READY: { title: 'Ready to destroy', color: 0xda373c },
  APPLYING: { mark: '🧹', title: 'Destroying…' },
  APPLIED: { mark: '🧹', title: 'Destroyed', color: 0x4e5058 },
};

/** How a session looks: one that ends a deployment says so. */
export function lookOf({ state, purpose }: Pick<SessionView, 'state' | 'purpose'>): StateLook {
  return { ...STATE_LOOKS[state], ...(purpose === 'destroy' && DESTROYING[state]) };
}
