/** The sizes every cloud has, by memory: 2, 4 and 8 GB. */
const CANONICAL: Readonly<Record<string, string>> = { small: 'Standard_B1ms', medium: 'Standard_B2s', large: 'Standard_B2ms' };

/** x86 machines of the B, D, E and F series; a `p` in the name is an Arm machine, which the images offered do not run on. */
const NATIVE = /^Standard_(B(1|2|4|8|12|16|20)(l?s|ms)(_v2)?|[DEF](2|4|8|16|20|32|48|64|96)a?[dl]?s?(_v[2-6])?)$/;

/** Why a size is refused, as a phrase that follows it. */
export function whyNotVmSize(size: string): string | undefined {
  return Object.hasOwn(CANONICAL, size) || NATIVE.test(size) ? undefined : 'is no size we know';
}

/** Azure's name for a size that `whyNotVmSize` does not refuse. */
export function vmSizeOf(size: string): string {
  return Object.hasOwn(CANONICAL, size) ? (CANONICAL[size] ?? size) : size;
}
