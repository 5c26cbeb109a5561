import type { ListPrice, ReadPrice } from '../../providers';

export interface HeldBack {
  readonly price: ReadPrice;
  readonly reason: string;
}

export interface Judgement {
  readonly accepted: readonly ListPrice[];
  readonly heldBack: readonly HeldBack[];
}

/** List prices do not move by more than this from one time to the next: beyond it somebody has to look. */
const MOST_TIMES = 10;
/** What nothing costs, in USD for one unit: the dearest machine there is costs a few hundred an hour. */
const MOST_USD = 100_000;

/** Tells prices that may be believed from those that may not. `known`: what the catalogue has. */
export function judgePrices(read: readonly ReadPrice[], known: readonly ListPrice[], from: Pick<ListPrice, 'date' | 'source'>): Judgement {
  const before = new Map(known.map((price) => [keyOf(price), price.usd]));
  const told = new Map<string, Set<number>>();
  for (const price of read) told.set(keyOf(price), (told.get(keyOf(price)) ?? new Set()).add(price.amount));
  const accepted = new Map<string, ListPrice>();
  const heldBack: HeldBack[] = [];
  for (const price of read) {
    const { sku, region, unit, amount: usd } = price;
    const reason = whyNot(price, before.get(keyOf(price)), told.get(keyOf(price))?.size ?? 1);
    if (reason === undefined) accepted.set(keyOf(price), { sku, region, unit, usd, ...from });
    else heldBack.push({ price, reason });
  }
  return { accepted: [...accepted.values()], heldBack };
}

function whyNot({ amount, currency }: ReadPrice, before: number | undefined, different: number): string | undefined {
  if (currency !== 'USD') return `it is in ${currency || 'no currency'}, not in USD`;
  if (!Number.isFinite(amount)) return 'it is no number';
  if (amount < 0) return `it is negative (${amount})`;
  if (amount > MOST_USD) return `nothing costs ${amount} USD`;
  if (different > 1) return `it is told ${different} times, differently`;
  if (before === undefined || before === 0) return undefined;
  return amount > before * MOST_TIMES || amount < before / MOST_TIMES ? `it was ${before} and is said to be ${amount}` : undefined;
}

function keyOf({ sku, region, unit }: Pick<ReadPrice, 'sku' | 'region' | 'unit'>): string {
  return `${sku}\n${region}\n${unit}`;
}
