/** `deny` keeps a session from being planned or approved; `needs-approval` asks for one more approver; `warn` is only said. */
export type Severity = 'deny' | 'needs-approval' | 'warn';

/** What a rule found. */
export interface Violation {
  /** The rule's stable id, such as `allowed-regions`; of a project's own policy `policy/<set>`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong and how to comply. */
  readonly message: string;
}
