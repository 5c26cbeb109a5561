/** The sizes every cloud has, by memory: 2, 4 and 8 GB. */
const CANONICAL: Readonly<Record<string, string>> = { small: 't3.small', medium: 't3.medium', large: 't3.large' };

/** Families of x86 machines in general use; the images offered do not run on Graviton ("Amazon EC2 instance types"). */
const FAMILIES = ['t2', 't3', 't3a', 'm5', 'm5a', 'm6i', 'm6a', 'm7i', 'm7a', 'c5', 'c5a', 'c6i', 'c6a', 'c7i', 'c7a', 'r5', 'r5a', 'r6i', 'r6a', 'r7i', 'r7a'];
const SIZES = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge', '24xlarge'];

/** Why a size is refused, as a phrase that follows it. */
export function whyNotInstanceType(size: string): string | undefined {
  if (Object.hasOwn(CANONICAL, size)) return undefined;
  const [family = '', step = '', ...rest] = size.split('.');
  if (rest.length > 0 || !SIZES.includes(step)) return 'is no size we know';
  return FAMILIES.includes(family) ? undefined : `is of a family that is not offered (${FAMILIES.slice(0, 6).join(', ')} and others are)`;
}

/** Amazon's name for a size that `whyNotInstanceType` does not refuse. */
export function instanceTypeOf(size: string): string {
  return Object.hasOwn(CANONICAL, size) ? (CANONICAL[size] ?? size) : size;
}
