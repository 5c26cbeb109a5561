/** Sizes in GB that Azure bills, with the number of their tier ("Managed Disks pricing"): 50 GB is billed as 64. */
const TIERS: readonly (readonly [gb: number, tier: number])[] = [
  [4, 1], [8, 2], [16, 3], [32, 4], [64, 6], [128, 10], [256, 15], [512, 20], [1024, 30], [2048, 40], [4096, 50], [8192, 60], [16_384, 70], [32_767, 80],
];
const SERIES: Readonly<Record<string, readonly [name: string, letter: string, smallestGb: number]>> = {
  Premium_LRS: ['premium-ssd', 'p', 4], Premium_ZRS: ['premium-ssd-zrs', 'p', 4], StandardSSD_LRS: ['standard-ssd', 'e', 4], StandardSSD_ZRS: ['standard-ssd-zrs', 'e', 4], Standard_LRS: ['standard-hdd', 's', 32],
};

/** The name in the price list of a disk of this type and size; undefined where there is none. */
export function diskSku(type: string, sizeGb: number): string | undefined {
  const series = SERIES[type];
  const tier = series && TIERS.find(([gb]) => gb >= Math.max(sizeGb, series[2]))?.[1];
  return series && tier !== undefined ? `disk/${series[0]}-${series[1]}${tier}` : undefined;
}
