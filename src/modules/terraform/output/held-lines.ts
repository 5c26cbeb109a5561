import type { Redactor } from '../redaction/redactor';
import type { OutputLine } from './line-splitter';

/** Lines that may be stored, and up to where the output is done with. */
export interface ReleasedLines {
  readonly lines: readonly OutputLine[];
  readonly offset: number;
}

/** So long the end of a line waits for what follows it. */
const LONGEST_WAIT_MS = 1_500;

/**
 * Keeps back a last line whose end may be the beginning of a secret, until the next line shows whether it is. The output is done with
 * only up to that line: whoever goes on after a crash reads it again.
 */
export class HeldLines {
  private held: { readonly line: OutputLine; readonly offset: number; readonly sinceMs: number } | undefined;

  /** `from`: where the first line begins; `to`: where the last one ends. */
  take(lines: readonly OutputLine[], from: number, to: number, redactor: Redactor): ReleasedLines {
    const all = this.held ? [this.held.line, ...lines] : lines;
    this.held = undefined;
    const last = all.at(-1);
    if (!last || last.cutFromBytes !== undefined || lines.length === 0 || !redactor.mayGoOn(last.text)) return { lines: all, offset: to };
    const bytes = Buffer.byteLength(last.text) + 1;
    // Bytes that were no text have another length now: such a line is let go.
    if (to - bytes < from) return { lines: all, offset: to };
    this.held = { line: last, offset: to - bytes, sinceMs: performance.now() };
    return { lines: all.slice(0, -1), offset: to - bytes };
  }

  /** What has waited long enough, or, at the `end`, whatever waits. */
  release(to: number, end = false): ReleasedLines {
    if (!this.held || (!end && performance.now() - this.held.sinceMs < LONGEST_WAIT_MS)) return { lines: [], offset: this.held?.offset ?? to };
    const { line } = this.held;
    this.held = undefined;
    return { lines: [line], offset: to };
  }
}
