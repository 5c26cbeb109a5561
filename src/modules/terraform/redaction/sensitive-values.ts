import type { JsonValue } from '../domain/json';
import { REDACTED } from './redactor';

/** The values at the places that a Terraform mask (`after_sensitive` and its kind) marks with `true`. */
export function sensitiveStrings(value: JsonValue | undefined, mask: JsonValue | undefined): string[] {
  if (value === undefined || value === null || mask === undefined || mask === null || mask === false) return [];
  if (mask === true) return stringsIn(value);
  if (Array.isArray(mask)) return Array.isArray(value) ? mask.flatMap((item: JsonValue, index) => sensitiveStrings(value[index] as JsonValue | undefined, item)) : [];
  if (typeof mask !== 'object' || typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(mask).flatMap(([key, item]: [string, JsonValue]) => sensitiveStrings((value as Record<string, JsonValue>)[key], item));
}

/** The value with `(redacted)` at every marked place. */
export function masked(value: JsonValue, mask: JsonValue | undefined): JsonValue {
  if (value === null || mask === undefined || mask === null || mask === false) return value;
  if (mask === true) return REDACTED;
  if (Array.isArray(value)) return value.map((item: JsonValue, index) => masked(item, Array.isArray(mask) ? (mask[index] as JsonValue | undefined) : undefined));
  if (typeof value !== 'object' || typeof mask !== 'object' || Array.isArray(mask)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]: [string, JsonValue]) => [key, masked(item, (mask as Record<string, JsonValue>)[key])]));
}

/** Every string inside, and every number as it would be printed. */
export function stringsIn(value: JsonValue): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (value === null || typeof value !== 'object') return [];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap((item: JsonValue) => stringsIn(item));
}
