/** A value that Terraform will know only after the apply. */
export class Unknown {
  toJSON(): string {
    return '(known after apply)';
  }
}

export const UNKNOWN = new Unknown();

/** A value as Terraform hands it over: its own type system, in JavaScript's terms. */
export type Value = null | boolean | number | string | Unknown | Value[] | ObjectValue;

export interface ObjectValue {
  [name: string]: Value;
}

export function isUnknown(value: Value | undefined): value is Unknown {
  return value instanceof Unknown;
}

export function isObject(value: Value | undefined): value is ObjectValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnknown(value);
}

/** The text, or undefined for null, unknown, absent and empty: an empty string means "not set" to most clouds. */
export function textOf(value: Value | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The objects of a list or set of blocks; none where it is null or unknown. */
export function objectsOf(value: Value | undefined): ObjectValue[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
}

/** Whether anything in this value is still unknown. */
export function hasUnknown(value: Value): boolean {
  if (isUnknown(value)) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  return isObject(value) && Object.values(value).some(hasUnknown);
}

/** Same content: the order of keys never counts, the order of elements counts unless `unordered` says otherwise. */
export function sameValue(a: Value, b: Value, unordered = false): boolean {
  return fingerprint(a, unordered) === fingerprint(b, unordered);
}

function fingerprint(value: Value, unordered: boolean): string {
  if (Array.isArray(value)) {
    const parts = value.map((element) => fingerprint(element, unordered));
    return `[${(unordered ? parts.sort() : parts).join()}]`;
  }
  if (isObject(value)) {
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${fingerprint(value[name] ?? null, unordered)}`).join()}}`;
  }
  return isUnknown(value) ? '?' : JSON.stringify(value);
}
