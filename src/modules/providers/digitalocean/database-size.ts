/** The sizes every cloud has, by memory: 2, 4 and 8 GB. */
const CANONICAL: Readonly<Record<string, string>> = { small: 'db-s-1vcpu-2gb', medium: 'db-s-2vcpu-4gb', large: 'db-s-4vcpu-8gb' };

const NATIVE = /^(db-s-\d{1,2}vcpu-\d{1,3}gb|(gd|so1_5|m|db-intel|db-amd)-\d{1,2}vcpu-\d{1,3}gb)$/;

/** Why a size of a managed database is refused, as a phrase that follows it. */
export function whyNotDatabaseSize(size: string): string | undefined {
  return Object.hasOwn(CANONICAL, size) || NATIVE.test(size) ? undefined : 'is no size we know';
}

/** DigitalOcean's name for a size that `whyNotDatabaseSize` does not refuse. */
export function databaseSizeOf(size: string): string {
  return Object.hasOwn(CANONICAL, size) ? (CANONICAL[size] ?? size) : size;
}
