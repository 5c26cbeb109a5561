import type { AttributeRules } from '../../engine/schema';

type Check = NonNullable<AttributeRules['check']>;

export function oneOf(...words: string[]): Check {
  return (value, name) => (typeof value === 'string' && !words.includes(value) ? `expected ${name} to be one of [${words.map((word) => JSON.stringify(word)).join(' ')}], got ${value}` : undefined);
}

export function matches(pattern: RegExp): Check {
  return (value, name) => (typeof value === 'string' && !pattern.test(value) ? `invalid value for ${name} (must match ${pattern.source}): ${value}` : undefined);
}

export function between(low: number, high: number): Check {
  return (value, name) => (typeof value === 'number' && (value < low || value > high) ? `expected ${name} to be in the range (${low} - ${high}), got ${value}` : undefined);
}

/** Policies are JSON in a text. */
export const json: Check = (value, name) => {
  try {
    if (typeof value === 'string') JSON.parse(value);
    return undefined;
  } catch {
    return `"${name}" contains an invalid JSON policy`;
  }
};

export const cidr = matches(/^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/);
export const aZone = matches(/^[a-z]{2}-[a-z]+-\d[a-z]$/);
export const instanceType = matches(/^[a-z][a-z0-9-]*\.([0-9]*(nano|micro|small|medium|large|xlarge)|metal)$/);
