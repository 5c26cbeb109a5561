/** One thing that a run did to one object, as Terraform reported it. */
export interface JournalStep {
  readonly address: string;
  /** Terraform's own word: `create`, `update`, `delete`. */
  readonly action: string;
  /** `begun`: reported, and nothing heard of its end. */
  readonly phase: 'begun' | 'done' | 'failed';
  /** What the cloud calls the object; absent until it is known. */
  readonly id?: string;
}
