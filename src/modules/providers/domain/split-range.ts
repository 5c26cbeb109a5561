/** The n-th of the 16 equal parts of a range such as `10.10.0.0/16`: part 1 of it is `10.10.16.0/20`. */
export function sixteenthOf(range: string, at: number): string {
  const [address = '', prefix = ''] = range.split('/');
  const first = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0) + at * 2 ** (28 - Number(prefix));
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${octets.join('.')}/${Number(prefix) + 4}`;
}
