const STEPS = { small: 't4g.small', medium: 't4g.medium', large: 't4g.large' } as const;
const NATIVE = /^(db|cache)\.(t3|t4g|m5|m6g|m6i|m7g|m7i|r5|r6g|r6i|r7g)\.(micro|small|medium|large|xlarge|(2|4|8|12|16)xlarge)$/;

export type ManagedService = 'db' | 'cache';

/** Why a size of a managed database or cache is refused, as a phrase that follows it. */
export function whyNotNodeClass(service: ManagedService): (size: string) => string | undefined {
  return (size) => (Object.hasOwn(STEPS, size) || (NATIVE.test(size) && size.startsWith(`${service}.`)) ? undefined : 'is no size we know');
}

/** Amazon's name for a size that is not refused: `db.t4g.small`. */
export function nodeClassOf(service: ManagedService, size: string): string {
  return Object.hasOwn(STEPS, size) ? `${service}.${STEPS[size as keyof typeof STEPS]}` : size;
}
