import { fail, failure, ok, type Result } from '../../../shared';

export const MAX_GRANT_DAYS = 30;
const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of `90m`, `2h` or `3d`. Refused: GRANT.DURATION. */
export function parseDuration(text: string): Result<number> {
  const match = /^(\d{1,6})([mhd])$/.exec(text.trim());
  const ms = match ? Number(match[1]) * UNIT_MS[match[2] as keyof typeof UNIT_MS] : 0;
  if (ms <= 0) return fail(failure('GRANT.DURATION', 'Give the duration as a number and m, h or d, such as `90m`, `2h` or `3d`.', 'duration'));
  if (ms > MAX_GRANT_DAYS * UNIT_MS.d) return fail(failure('GRANT.DURATION', `A grant lasts at most ${MAX_GRANT_DAYS} days: give \`${MAX_GRANT_DAYS}d\` or less.`, 'duration'));
  return ok(ms);
}
