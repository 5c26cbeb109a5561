/** The sizes every cloud has, by memory: 2, 4 and 8 GB. */
export const CANONICAL_SIZES = { small: 'e2-small', medium: 'e2-medium', large: 'e2-standard-2' } as const;

/**
 * Families whose machines run x86 images on persistent disks, with the vCPU counts of each series
 * ("Machine families resource guide", Compute Engine).
 */
const FAMILIES: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  e2: { standard: [2, 4, 8, 16, 32], highmem: [2, 4, 8, 16], highcpu: [2, 4, 8, 16, 32] },
  n1: { standard: [1, 2, 4, 8, 16, 32, 64, 96], highmem: [2, 4, 8, 16, 32, 64, 96], highcpu: [2, 4, 8, 16, 32, 64, 96] },
  n2: { standard: [2, 4, 8, 16, 32, 48, 64, 80, 96, 128], highmem: [2, 4, 8, 16, 32, 48, 64, 80, 96, 128], highcpu: [2, 4, 8, 16, 32, 48, 64, 80, 96] },
  n2d: { standard: [2, 4, 8, 16, 32, 48, 64, 80, 96, 128, 224], highmem: [2, 4, 8, 16, 32, 48, 64, 80, 96], highcpu: [2, 4, 8, 16, 32, 48, 64, 80, 96, 128, 224] },
  t2d: { standard: [1, 2, 4, 8, 16, 32, 48, 60] },
  c2: { standard: [4, 8, 16, 30, 60] },
  c2d: { standard: [2, 4, 8, 16, 32, 56, 112], highmem: [2, 4, 8, 16, 32, 56, 112], highcpu: [2, 4, 8, 16, 32, 56, 112] },
};

const SHARED_CORE: readonly string[] = ['e2-micro', 'e2-small', 'e2-medium'];

/** Why a size is refused, as a phrase that follows it; undefined for a canonical size or a machine type there is. */
export function whyNotSize(size: string): string | undefined {
  if (Object.hasOwn(CANONICAL_SIZES, size) || SHARED_CORE.includes(size)) return undefined;
  const [, family, series, vcpus] = /^([a-z0-9]+)-([a-z]+)-([1-9]\d{0,2})$/.exec(size) ?? [];
  return family !== undefined && series !== undefined && vcpus !== undefined ? whyNotMachineType(family, series, Number(vcpus)) : 'is no size we know';
}

function whyNotMachineType(family: string, series: string, vcpus: number): string | undefined {
  if (!Object.hasOwn(FAMILIES, family)) return `is of the family ${family}, which is not offered (${Object.keys(FAMILIES).join(', ')} are)`;
  const all = FAMILIES[family] ?? {};
  const counts = Object.hasOwn(all, series) ? all[series] : undefined;
  if (!counts) return `is of a series ${family} does not have (${Object.keys(all).join(', ')})`;
  return counts.includes(vcpus) ? undefined : `has a vCPU count ${family}-${series} does not have (${counts.join(', ')})`;
}

/** Google's name for a size that `whyNotSize` does not refuse. */
export function machineTypeOf(size: string): string {
  return Object.hasOwn(CANONICAL_SIZES, size) ? CANONICAL_SIZES[size as keyof typeof CANONICAL_SIZES] : size;
}
