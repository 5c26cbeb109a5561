import type { AttributeRules } from '../../engine/schema';

type Check = NonNullable<AttributeRules['check']>;

export function oneOf(...words: string[]): Check {
  return (value, name) => (typeof value === 'string' && !words.includes(value) ? `expected ${name} to be one of [${words.map((word) => JSON.stringify(word)).join(' ')}], got ${value}` : undefined);
}

export function matches(pattern: RegExp, what: string): Check {
  return (value, name) => (typeof value === 'string' && !pattern.test(value) ? `invalid value for ${name} (${what}): ${value}` : undefined);
}

/** Names of most things: letters, digits, dots and hyphens. */
export const plainName = matches(/^[a-zA-Z0-9][a-zA-Z0-9.-]{0,254}$/, 'only letters, digits, dots and hyphens');
/** Tags, which may hold a colon. */
export const tagName = matches(/^[a-zA-Z0-9:\-_]{1,255}$/, 'tags may only contain lowercase letters, numbers, colons, dashes, and underscores');
export const aRegion = oneOf('ams3', 'atl1', 'blr1', 'fra1', 'lon1', 'nyc1', 'nyc2', 'nyc3', 'sfo2', 'sfo3', 'sgp1', 'syd1', 'tor1');
