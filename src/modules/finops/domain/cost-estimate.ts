import { costOf, describeQuantity, NOTHING, type Amount, type PricedComponent } from './component-cost';

/** What one resource is billed for: its parts, none of them, or nobody knows. */
export type Bill = readonly PricedComponent[] | 'unknown';

/** A resource's bill before and after a plan; undefined where it does not exist then. */
export interface ResourceBills {
  readonly address: string;
  readonly type: string;
  readonly before?: Bill;
  readonly after?: Bill;
}

/** One billed part of one resource. Amounts are USD after the change: null is unknown, 0 is nothing. */
export interface CostLine {
  readonly address: string;
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

function linesOf({ address, type, before = [], after = [] }: ResourceBills): readonly DatedLine[] {
  if (before === 'unknown' || after === 'unknown') return [{ line: lineOf(address, type, total(before), total(after)), dates: [] }];
  const labels = [...new Set([...before, ...after].map(({ label }) => label))];
  if (labels.length === 0) return [{ line: lineOf(address, 'No charge', NOTHING, NOTHING), dates: [] }];
  return labels.map((label) => partLine(address, label, before.find((part) => part.label === label), after.find((part) => part.label === label)));
}

function partLine(address: string, label: string, before: PricedComponent | undefined, after: PricedComponent | undefined): DatedLine {
  const sides = [before, after].filter((part) => part !== undefined);
  const texts = [...new Set(sides.map(describeQuantity))];
  const line = lineOf(address, `${label} (${texts.join(' → ')})`, before ? costOf(before) : NOTHING, after ? costOf(after) : NOTHING);
  const { price, assumption } = sides.at(-1) ?? {};
  return {
    line: { ...line, ...(price && priceOf(price)), ...(assumption !== undefined && { assumption }) },
    dates: sides.flatMap((part) => (part.price ? [part.price.date] : [])),
  };
}

function priceOf({ date, source, unverified }: NonNullable<PricedComponent['price']>): Pick<CostLine, 'priceDate' | 'priceSource' | 'unverified'> {
  return { priceDate: date, priceSource: source, ...(unverified && { unverified }) };
}

function lineOf(address: string, description: string, before: Amount | null, after: Amount | null): CostLine {
  return {
    address, description,
    hourlyUsd: after?.hourlyUsd ?? null, monthlyUsd: after?.monthlyUsd ?? null,
    hourlyBeforeUsd: before?.hourlyUsd ?? null, monthlyBeforeUsd: before?.monthlyUsd ?? null,
    priceDate: null, priceSource: null,
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
