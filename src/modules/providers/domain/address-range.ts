/** What a VPC's `ranges` may hold at most. */
const MAX_RANGES = 5;

/** The private blocks of RFC 1918. */
const PRIVATE_BLOCKS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(parsed);

interface Range {
  readonly text: string;
  /** First and last address as 32-bit numbers. */
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
}

/** The ranges in a list such as `10.0.0.0/20, 10.0.16.0/20`. */
export function rangesIn(text: string): readonly string[] {
  return text.split(',').map((range) => range.trim());
}

/** Why a list of ranges is refused, as a phrase that follows it; undefined where each can be a subnetwork. */
export function whyNotRanges(text: string): string | undefined {
  const ranges = rangesIn(text).map(parsed);
  if (ranges.length > MAX_RANGES) return `has more than ${MAX_RANGES} ranges`;
  if (ranges.some((range) => Number.isNaN(range.first))) return 'is not a list of ranges in CIDR notation';
  const misaligned = ranges.find(({ first, prefix }) => first % 2 ** (32 - prefix) !== 0);
  if (misaligned) return `has ${misaligned.text}, which does not begin at a /${misaligned.prefix} boundary`;
  // Google takes subnetworks from /8 down to /29.
  const wrongSize = ranges.find(({ prefix }) => prefix < 8 || prefix > 29);
  if (wrongSize) return `has ${wrongSize.text}, which is not between /8 and /29`;
  const shared = ranges.find((range) => !PRIVATE_BLOCKS.some((block) => block.first <= range.first && range.last <= block.last));
  if (shared) return `has ${shared.text}, which is not private`;
  const overlapping = ranges.find((range, at) => ranges.slice(0, at).some((other) => range.first <= other.last && other.first <= range.last));
  return overlapping && `has ${overlapping.text}, which overlaps another`;
}

function parsed(text: string): Range {
  const [, address = '', prefixText = ''] = /^((?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2}))\/(\d{1,2})$/.exec(text) ?? [];
  const octets = address.split('.').map(Number);
  const prefix = Number(prefixText);
  const valid = address !== '' && prefix <= 32 && octets.every((octet) => octet <= 255);
  const first = valid ? octets.reduce((sum, octet) => sum * 256 + octet, 0) : Number.NaN;
  return { text, first, last: first + 2 ** (32 - prefix) - 1, prefix };
}
