/** What DigitalOcean keeps for itself in every region ("VPC Limits", and the release note of 7 March 2025). */
const RESERVED = ['10.229.0.0/16', '10.244.0.0/16', '10.245.0.0/16', '10.246.0.0/24'];

/** First and last address of a range in CIDR notation, as 32-bit numbers. */
function ends(range: string): readonly [first: number, last: number] {
  const [address = '', prefix = ''] = range.split('/');
  const first = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return [first, first + 2 ** (32 - Number(prefix)) - 1];
}

/** Why no network can have this range, as a phrase that follows it; the range itself is a valid one. */
export function whyReserved(range: string): string | undefined {
  const [first, last] = ends(range);
  const taken = RESERVED.find((one) => {
    const [from, to] = ends(one);
    return first <= to && from <= last;
  });
  return taken && `overlaps ${taken}, which DigitalOcean keeps for itself`;
}
