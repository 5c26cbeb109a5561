import type { AttributeRules } from '../../engine/schema';

type Check = NonNullable<AttributeRules['check']>;

export function oneOf(...words: string[]): Check {
  return (value, name) => (typeof value === 'string' && !words.includes(value) ? `expected ${name} to be one of [${words.map((word) => JSON.stringify(word)).join(' ')}], got ${value}` : undefined);
}

export function matches(pattern: RegExp, what: string): Check {
  return (value, name) => (typeof value === 'string' && !pattern.test(value) ? `"${name}" is not ${what}: ${value}` : undefined);
}

export function between(low: number, high: number): Check {
  return (value, name) => (typeof value === 'number' && (value < low || value > high) ? `expected ${name} to be in the range (${low} - ${high}), got ${value}` : undefined);
}

export const vmSize = matches(/^Standard_[A-Z][A-Za-z0-9-]*(_v\d)?$/, 'a size of a virtual machine');
