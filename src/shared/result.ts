import type { Failure } from './failure';

/** Either the value, or the refusal that stands in its place. */
export type Result<T, F extends Failure = Failure> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export function ok(): Result<void, never>;
export function ok<T>(value: T): Result<T, never>;
export function ok<T>(value?: T): Result<T | undefined, never> {
  return { ok: true, value };
}

export function fail<F extends Failure>(failure: F): Result<never, F> {
  return { ok: false, failure };
}
