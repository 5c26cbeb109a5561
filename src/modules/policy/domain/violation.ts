/** What a rule found. `deny` keeps a session from being planned or approved. */
export interface Violation {
  /** The rule's stable id, such as `allowed-regions`. */
  readonly rule: string;
  readonly severity: 'deny' | 'warn';
  /** What is wrong and how to comply. */
  readonly message: string;
}
