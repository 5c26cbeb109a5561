import { isIPv4 } from 'node:net';
import type { AttributeRules } from '../../engine/schema';

type Check = NonNullable<AttributeRules['check']>;

const GCE_NAME = '^(?:[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?)$';

/** The value fits a regular expression. */
export function matches(pattern: string): Check {
  const expression = new RegExp(pattern);
  return (value, name) => (typeof value === 'string' && !expression.test(value) ? `"${name}" (${JSON.stringify(value)}) doesn't match regexp "${pattern}"` : undefined);
}

/** The names of nearly everything in Compute Engine. */
export const gceName = matches(GCE_NAME);

export function oneOf(...words: string[]): Check {
  return (value, name) =>
    typeof value === 'string' && value !== '' && !words.includes(value)
      ? `expected ${name} to be one of [${words.map((word) => JSON.stringify(word)).join(' ')}], got ${value}`
      : undefined;
}

export function between(low: number, high: number): Check {
  return (value, name) => (typeof value === 'number' && (value < low || value > high) ? `expected ${name} to be in the range (${low} - ${high}), got ${value}` : undefined);
}

/** An IPv4 network such as `10.0.0.0/24`. */
export const cidr: Check = (value, name) => {
  if (typeof value !== 'string' || value === '') return undefined;
  const [address = '', bits = '', ...rest] = value.split('/');
  const isNetwork = isIPv4(address) && /^\d+$/.test(bits) && Number(bits) <= 32 && rest.length === 0;
  return isNetwork ? undefined : `expected "${name}" to be a valid IPv4 Value, got ${value}: invalid CIDR address: ${value}`;
};

/** Names of buckets are known to the whole world, and so have rules of their own. */
export const bucketName: Check = (value, name) => {
  if (typeof value !== 'string') return undefined;
  if (value.length < 3 || value.length > 222) return `"${name}" value must contain from 3 to 63 characters (222 with dots), got ${value.length}`;
  if (!/^[a-z0-9_.-]+$/.test(value)) return `"${name}" value can only contain lowercase letters, numeric characters, dashes (-), underscores (_), and dots (.)`;
  if (!/^[a-z0-9].*[a-z0-9]$/.test(value)) return `"${name}" value must start and end with a number or letter`;
  if (/^goog|google|g00gle/.test(value)) return `"${name}" value cannot begin with "goog" or contain "google"`;
  return undefined;
};
