/** The sizes every cloud has, by memory: 2, 4 and 8 GB. */
const CANONICAL: Readonly<Record<string, string>> = { small: 's-1vcpu-2gb', medium: 's-2vcpu-4gb', large: 's-4vcpu-8gb' };

/** Basic, general purpose, CPU- and memory-optimised and storage-optimised Droplets ("Droplet plans"). */
const NATIVE = /^(s-\d{1,2}vcpu-\d{1,3}(mb|gb)(-\d{1,4}gb)?(-amd|-intel)?|(g|gd|m|m3|m6|so|so1_5|c2)-\d{1,2}vcpu-\d{1,3}gb(-intel)?|c-\d{1,2}(-intel)?)$/;

/** Why a size is refused, as a phrase that follows it. */
export function whyNotDropletSize(size: string): string | undefined {
  return Object.hasOwn(CANONICAL, size) || NATIVE.test(size) ? undefined : 'is no size we know';
}

/** DigitalOcean's name for a size that `whyNotDropletSize` does not refuse. */
export function dropletSizeOf(size: string): string {
  return Object.hasOwn(CANONICAL, size) ? (CANONICAL[size] ?? size) : size;
}
