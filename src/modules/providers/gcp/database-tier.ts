/** The sizes every cloud has, by memory; Google's small shared one has 1.7 GB. */
const CANONICAL: Readonly<Record<string, string>> = { small: 'db-g1-small', medium: 'db-custom-1-3840', large: 'db-custom-2-8192' };

const SHARED = ['db-f1-micro', 'db-g1-small'];

/** Processors and memory in MB of a custom tier; undefined for a shared one. */
export function customTier(tier: string): { readonly vcpus: number; readonly memoryMb: number } | undefined {
  const [, vcpus, memoryMb] = /^db-custom-(\d{1,2})-(\d{4,6})$/.exec(tier) ?? [];
  return vcpus === undefined || memoryMb === undefined ? undefined : { vcpus: Number(vcpus), memoryMb: Number(memoryMb) };
}

/** Why a size is refused, as a phrase that follows it ("Machine types", Cloud SQL: 1 or an even number of vCPUs, 0.9 to 6.5 GB each). */
export function whyNotDatabaseTier(size: string): string | undefined {
  if (Object.hasOwn(CANONICAL, size) || SHARED.includes(size)) return undefined;
  const custom = customTier(size);
  if (!custom) return 'is no size we know';
  const { vcpus, memoryMb } = custom;
  if (vcpus < 1 || vcpus > 96 || (vcpus > 1 && vcpus % 2 === 1)) return 'has a vCPU count there is not (1, or an even number up to 96)';
  return memoryMb % 256 === 0 && memoryMb >= Math.max(3840, vcpus * 922) && memoryMb <= vcpus * 6656 ? undefined : 'has a memory its vCPUs cannot have (multiples of 256 MB, from 3840, at most 6656 for each vCPU)';
}

/** Google's name for a size that `whyNotDatabaseTier` does not refuse. */
export function databaseTierOf(size: string): string {
  return Object.hasOwn(CANONICAL, size) ? (CANONICAL[size] ?? size) : size;
}
