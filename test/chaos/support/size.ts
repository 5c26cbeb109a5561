/** `npm run test:chaos` does everything as often as it is promised; `npm test` does a little of each. */
export function often<T>(inChaos: T, inTests: T): T {
  return process.env['CHAOS'] ? inChaos : inTests;
}

/** The same moments again: CHAOS_SEED. */
export const SEED = Number(process.env['CHAOS_SEED'] ?? 20_261_124);

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export function random(seed = SEED): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a run of chaos found, for people to read. */
export function report(...lines: string[]): void {
  process.stdout.write(lines.map((line) => `   ${line}\n`).join(''));
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
