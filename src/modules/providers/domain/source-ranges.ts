import { isIPv4 } from 'node:net';
import { portsIn, sensitivePorts } from './port-list';

const MAX_RANGES = 20;

/** The whole internet, as a range of addresses. */
export const EVERYWHERE = '0.0.0.0/0';

/** The ranges in a list such as `10.0.0.0/8, 203.0.113.7/32`. */
export function sourcesIn(text: string): readonly string[] {
  return text.split(',').map((range) => range.trim());
}

/** Why a list of ranges that traffic may come from is refused, as a phrase that follows it. */
export function whyNotSources(text: string): string | undefined {
  const ranges = sourcesIn(text);
  if (ranges.length > MAX_RANGES) return `has more than ${MAX_RANGES} ranges`;
  const wrong = ranges.some((range) => {
    const [address = '', prefix = '', ...rest] = range.split('/');
    return !isIPv4(address) || !/^\d{1,2}$/.test(prefix) || Number(prefix) > 32 || rest.length > 0 || !begins(address, Number(prefix));
  });
  if (wrong) return 'is not a list of IPv4 ranges in CIDR notation, each beginning where its prefix says';
  return new Set(ranges).size < ranges.length ? 'has a range twice' : undefined;
}

/** Why ports may not be open to these sources unless that is asked for in so many words; undefined where they may. */
export function whyTooOpen(ports: string, sources: string): string | undefined {
  // A prefix this short is the internet in all but name.
  const open = sourcesIn(sources).find((range) => Number(range.split('/')[1]) < 8);
  const named = sensitivePorts(portsIn(ports));
  if (open === undefined || named.length === 0) return undefined;
  return `Sources: “${open}” would open ${named.join(', ')} to the internet. Name the addresses that may connect, such as 203.0.113.7/32, or set "open_to_internet" to true in Advanced.`;
}

function begins(address: string, prefix: number): boolean {
  const value = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return value % 2 ** (32 - prefix) === 0;
}
