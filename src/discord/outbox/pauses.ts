/** How long it is waited after so many failures in a row. Each is up to a quarter longer or shorter, so that many do not come back together. */
export interface Pauses {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** Discord is away or overloaded. */
export const WHILE_AWAY: Pauses = { firstMs: 1_000, longestMs: 30_000 };
/** Discord refuses: somebody has to change something first. */
export const WHILE_REFUSED: Pauses = { firstMs: 15_000, longestMs: 30 * 60_000 };

/** What was there is said not to be there: asked once more before that is believed. */
export const WHILE_GONE: Pauses = { firstMs: 3_000, longestMs: 30 * 60_000 };

/** `failures`: from 1. */
export function pauseAfter(failures: number, { firstMs, longestMs }: Pauses, random = Math.random): number {
  const grown = Math.min(longestMs, firstMs * 2 ** Math.min(30, Math.max(0, failures - 1)));
  return Math.round(grown * (0.75 + random() / 2));
}
