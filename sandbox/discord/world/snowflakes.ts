const DISCORD_EPOCH_MS = 1_420_070_400_000n;

/** Makes Discord's ids: the time in their upper bits, and always larger than the one before. */
export class Snowflakes {
  private last = 0n;

  constructor(private readonly now: () => number) {}

  next(): string {
    const first = (BigInt(Math.floor(this.now())) - DISCORD_EPOCH_MS) << 22n;
    this.last = first > this.last ? first : this.last + 1n;
    return this.last.toString();
  }

  /** Ids made before a restart count too. */
  seen(id: string): void {
    const value = BigInt(id);
    if (value > this.last) this.last = value;
  }
}

/** When an id was made, in milliseconds since 1970. */
export function madeAt(id: string): number {
  return Number((BigInt(id) >> 22n) + DISCORD_EPOCH_MS);
}

/** Orders ids by age, the oldest first. */
export function byAge(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}
