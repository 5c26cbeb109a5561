import { costOf, describeQuantity, NOTHING, type Amount, type PricedComponent } from './component-cost';

/** What one resource is billed for: its parts, none of them, or nobody knows. */
export type Bill = readonly PricedComponent[] | 'unknown';

/** What the plan does to the resource that a line belongs to. */
export type CostedAs = 'create' | 'update' | 'replace' | 'delete' | 'none';

/** A resource's bill before and after a plan; undefined where it does not exist then. */
export interface ResourceBills {
  readonly address: string;
  readonly type: string;
  readonly change: CostedAs;
  readonly before?: Bill;
  readonly after?: Bill;
}

export interface UsedPrice {
  readonly sku: string;
  readonly region: string;
  readonly unit: PricedComponent['unit'];
  readonly usd: number;
}

/** One billed part of one resource. Amounts are USD after the change: null is unknown, 0 is nothing. */
export interface CostLine {
  readonly address: string;
  readonly change: CostedAs;
  /** `fixed`: by the month or hour; `use`: by what goes through it, of which `assumption` says how much is counted. */
  readonly billing: 'fixed' | 'use' | 'free' | 'unknown';
  /** Of the price used: its name in the catalogue, its region, its unit, and USD for one of them. Null where there is none. */
  readonly price: UsedPrice | null;
  /** How many of those units, before and after; 0 where it does not exist then. */
  readonly quantityBefore: number;
  readonly quantity: number;
  /** `Machine (e2-small)`, or `Machine (e2-small → e2-medium)` where it changes. */
  readonly description: string;
  readonly hourlyUsd: number | null;
  readonly monthlyUsd: number | null;
  /** Amounts before the change. */
  readonly hourlyBeforeUsd: number | null;
  readonly monthlyBeforeUsd: number | null;
  /** The day the price was listed, `YYYY-MM-DD`; null where no price was needed or known. */
  readonly priceDate: string | null;
  readonly priceSource: string | null;
  /** True where the price's source could not be checked. */
  readonly unverified?: true;
  /** What was assumed where the plan does not say. */
  readonly assumption?: string;
}

/**
 * What a plan costs, in USD at list price, without discounts and taxes. Monthly is hourly times 730.
 * Sums leave out what is unknown: `complete` is then false, and they are to be shown as "at least".
 */
export interface CostEstimate {
  readonly hourlyUsd: number;
  readonly monthlyUsd: number;
  readonly hourlyBeforeUsd: number;
  readonly monthlyBeforeUsd: number;
  /** After less before: negative for a saving. */
  readonly differenceHourlyUsd: number;
  readonly differenceMonthlyUsd: number;
  /** False where any line, before or after, is unknown. */
  readonly complete: boolean;
  readonly lines: readonly CostLine[];
  /** Of the prices used, the oldest date; null where none was used. */
  readonly oldestPriceDate: string | null;
}

/** Adds up the bills of a plan's resources. */
export function estimateCost(resources: readonly ResourceBills[]): CostEstimate {
  const lines = resources.flatMap(linesOf);
  const before = sum(lines.map(({ line }) => ({ hourlyUsd: line.hourlyBeforeUsd ?? 0, monthlyUsd: line.monthlyBeforeUsd ?? 0 })));
  const after = sum(lines.map(({ line }) => ({ hourlyUsd: line.hourlyUsd ?? 0, monthlyUsd: line.monthlyUsd ?? 0 })));
  const dates = lines.flatMap((one) => one.dates).toSorted();
  return {
    ...after,
    hourlyBeforeUsd: before.hourlyUsd,
    monthlyBeforeUsd: before.monthlyUsd,
    differenceHourlyUsd: after.hourlyUsd - before.hourlyUsd,
    differenceMonthlyUsd: after.monthlyUsd - before.monthlyUsd,
    complete: lines.every(({ line }) => line.hourlyUsd !== null && line.hourlyBeforeUsd !== null),
    lines: lines.map(({ line }) => line),
    oldestPriceDate: dates[0] ?? null,
  };
}

interface DatedLine {
  readonly line: CostLine;
  /** The dates of the prices used on either side. */
  readonly dates: readonly string[];
}

function linesOf({ address, type, change, before = [], after = [] }: ResourceBills): readonly DatedLine[] {
  const of = { address, change };
  if (before === 'unknown' || after === 'unknown') return [{ line: lineOf({ ...of, billing: 'unknown' }, type, total(before), total(after)), dates: [] }];
  const labels = [...new Set([...before, ...after].map(({ label }) => label))];
  if (labels.length === 0) return [{ line: lineOf({ ...of, billing: 'free' }, 'No charge', NOTHING, NOTHING), dates: [] }];
  return labels.map((label) => partLine(of, before.find((part) => part.label === label), after.find((part) => part.label === label)));
}

function partLine(of: Pick<CostLine, 'address' | 'change'>, before: PricedComponent | undefined, after: PricedComponent | undefined): DatedLine {
  const sides = [before, after].filter((part) => part !== undefined);
  const last = sides.at(-1);
  if (!last) throw new Error(`A part of ${of.address} is billed neither before nor after`);
  const texts = [...new Set(sides.map(describeQuantity))];
  const [was, is] = [before ? costOf(before) : NOTHING, after ? costOf(after) : NOTHING];
  const billing = was === null || is === null ? 'unknown' : sides.every(({ quantity }) => quantity === 0) ? 'use' : 'fixed';
  const line = lineOf({ ...of, billing }, `${last.label} (${texts.join(' → ')})`, was, is);
  const { price, assumption } = last;
  return {
    line: {
      ...line, quantityBefore: before?.quantity ?? 0, quantity: after?.quantity ?? 0,
      ...(price && priceOf(last, price)), ...(assumption !== undefined && { assumption }),
    },
    dates: sides.flatMap((part) => (part.price && part.quantity > 0 ? [part.price.date] : [])),
  };
}

function priceOf({ sku, region, unit }: PricedComponent, { usd, date, source, unverified }: NonNullable<PricedComponent['price']>): Pick<CostLine, 'price' | 'priceDate' | 'priceSource' | 'unverified'> {
  return { price: { sku, region, unit, usd }, priceDate: date, priceSource: source, ...(unverified && { unverified }) };
}

function lineOf(of: Pick<CostLine, 'address' | 'change' | 'billing'>, description: string, before: Amount | null, after: Amount | null): CostLine {
  return {
    ...of, description,
    hourlyUsd: after?.hourlyUsd ?? null, monthlyUsd: after?.monthlyUsd ?? null,
    hourlyBeforeUsd: before?.hourlyUsd ?? null, monthlyBeforeUsd: before?.monthlyUsd ?? null,
    price: null, quantityBefore: 0, quantity: 0, priceDate: null, priceSource: null,
  };
}

// One unknown part makes the whole unknown: this total stands where the parts are not told one by one.
function total(bill: Bill): Amount | null {
  if (bill === 'unknown') return null;
  const costs = bill.map(costOf);
  return costs.every((cost) => cost !== null) ? sum(costs) : null;
}

function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((all, one) => ({ hourlyUsd: all.hourlyUsd + one.hourlyUsd, monthlyUsd: all.monthlyUsd + one.monthlyUsd }), NOTHING);
}
