export type RunLineLevel = 'info' | 'warn' | 'error';
export type RunLineKind = 'progress' | 'result' | 'diagnostic' | 'summary' | 'output' | 'text';

/** One line of a run as people read it: redacted, without control characters. */
export interface RunLine {
  /** From 1, without gaps. */
  readonly number: number;
  readonly at: Date;
  readonly level: RunLineLevel;
  readonly kind: RunLineKind;
  /** The resource it speaks of, such as `google_compute_network.main`. */
  readonly address?: string;
  readonly text: string;
}

/** A line that has no number yet. Absent time: when it is stored. */
export type LineDraft = Omit<RunLine, 'number' | 'at'> & { readonly at?: Date };
