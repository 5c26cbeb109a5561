/** A range of IPv4 addresses, as numbers. */
export interface IpRange {
  readonly first: number;
  readonly size: number;
}

/** Reads `10.0.0.0/24`. */
export function parseRange(cidr: string): IpRange {
  const [address = '', bits = '32'] = cidr.split('/');
  const size = 2 ** (32 - Number(bits));
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return { first: number - (number % size), size };
}

export function overlap(a: IpRange, b: IpRange): boolean {
  return a.first < b.first + b.size && b.first < a.first + a.size;
}

/** The address at this place in the range; the network itself is at 0. */
export function addressAt(range: IpRange, place: number): string {
  const number = range.first + place;
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
