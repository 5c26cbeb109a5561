import { fail, failure, ok, type Failure, type Result } from '../../../shared';

/** How many resources of a kind a project may have, and how many it has. */
export interface Quota {
  readonly kind: string;
  readonly limit: number;
  /** Deployed. */
  readonly used: number;
  /** Kept for sessions whose plan is ready or being applied. */
  readonly reserved: number;
}

/** How many of a kind: `compute_vm` to 3. */
export type KindCounts = Readonly<Record<string, number>>;

const MOST = 10_000;

/** Whether more would be allowed than before; undefined: any number. */
export function isRaised(before: number | undefined, after: number | undefined): boolean {
  return before !== undefined && (after === undefined || after > before);
}

/** A limit as it was asked for, or why there can be no such limit. */
export function checkLimit(limit: number): Result<number> {
  return Number.isInteger(limit) && limit >= 0 && limit <= MOST ? ok(limit) : fail(failure('QUOTA.LIMIT', `Give the limit as a whole number from 0 to ${MOST.toLocaleString('en-US')}; leave it out to lift the quota.`, 'limit'));
}

/** What stands against `more` of each kind; whoever asks for none more of a kind is within its quota, whatever is used. */
export function exceeded(quotas: readonly Quota[], more: KindCounts): readonly string[] {
  return quotas.filter(({ kind, limit, used, reserved }) => (more[kind] ?? 0) > 0 && used + reserved + (more[kind] ?? 0) > limit).map((quota) => sentence(quota, more[quota.kind] ?? 0));
}

function sentence({ kind, limit, used, reserved }: Quota, more: number): string {
  const taken = used + reserved;
  const kept = reserved > 0 ? `, ${reserved} of them reserved by other sessions` : '';
  return `Quota exceeded for ${kind}: ${taken}/${limit} used${kept}, and this needs ${more} more. Destroy what is not needed, or ask an administrator for \`/cloud-set-quota\`.`;
}

export function quotaExceeded(messages: readonly string[]): Failure {
  return failure('QUOTA.EXCEEDED', messages.join('\n'));
}
