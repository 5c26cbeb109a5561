import type { CostLine, KindUse } from '../../finops';
import type { SessionPlan } from './session-plan';

const OTHER = 'other';

/** What a deployment has of each kind once an apply has ended, and what that costs. `exists`: by a resource's address. */
export function usesOf({ parts, cost }: Pick<SessionPlan, 'parts' | 'cost'>, exists: (address: string) => boolean): readonly KindUse[] {
  const uses = new Map<string, { count: number; monthlyUsd: number; complete: boolean }>();
  const use = (kind: string): { count: number; monthlyUsd: number; complete: boolean } => {
    const known = uses.get(kind) ?? { count: 0, monthlyUsd: 0, complete: true };
    uses.set(kind, known);
    return known;
  };
  const lines = cost.lines.map((line) => ({ ...line, address: bare(line.address) })).filter(({ address }) => exists(address));
  const kindOf = new Map(parts.flatMap(({ kind, addresses }) => addresses.map((address) => [address, kind] as const)));
  for (const { kind, addresses } of parts.filter((part) => part.addresses.some(exists))) {
    use(kind).count += 1;
    // Nobody priced it: a plan that only looks at some resources says nothing of the others.
    if (!lines.some(({ address }) => addresses.includes(address))) use(kind).complete = false;
  }
  for (const line of lines) {
    const monthlyUsd = left(line);
    const kind = kindOf.get(line.address) ?? OTHER;
    if (monthlyUsd === null) use(kind).complete = false;
    else if (monthlyUsd > 0) use(kind).monthlyUsd += monthlyUsd;
  }
  return [...uses].map(([kind, all]) => ({ kind, ...all }));
}

/** What is there after an apply that was killed may be all that it was to make. */
export function plannedAddresses({ cost, parts }: Pick<SessionPlan, 'parts' | 'cost'>): readonly string[] {
  const gone = new Set(cost.lines.filter(({ change }) => change === 'delete').map(({ address }) => bare(address)));
  return [...parts.flatMap(({ addresses }) => addresses), ...cost.lines.map(({ address }) => bare(address))].filter((address) => !gone.has(address));
}

/** `aws_instance.web[0]` as `aws_instance.web`. */
export function bare(address: string): string {
  return address.replace(/\[[^\]]*\]$/, '');
}

function left({ change, monthlyUsd, monthlyBeforeUsd }: CostLine): number | null {
  return change === 'delete' ? monthlyBeforeUsd : monthlyUsd;
}
