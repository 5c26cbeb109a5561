/**
 * A refusal a person can do something about. It is returned, never thrown.
 * `code` is stable (`AREA.REASON`); `message` says what was refused and what to do next.
 */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  /** The form field at fault, where there is one. */
  readonly field?: string;
}

export function failure<Code extends string>(code: Code, message: string, field?: string): Failure<Code> {
  return Object.freeze(field === undefined ? { code, message } : { code, message, field });
}
