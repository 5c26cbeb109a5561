import type { KindCounts } from './quota';

/** How many of each kind are wanted beyond what is there; none where there are enough. */
export function beyond(wanted: KindCounts, there: KindCounts): KindCounts {
  return Object.fromEntries(Object.entries(wanted).map(([kind, count]) => [kind, Math.max(0, count - (there[kind] ?? 0))]));
}

/** How many of each kind these are. */
export function countKinds(resources: readonly { readonly kind: string }[]): KindCounts {
  const counts: Record<string, number> = {};
  for (const { kind } of resources) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
