import type { Redactor } from '../redaction/redactor';
import type { OutputLine } from './line-splitter';
import { readMessage } from './terraform-message';

/** Lines that may be stored, and up to where the output is done with. */
export interface ReleasedLines {
  readonly lines: readonly OutputLine[];
  readonly offset: number;
}

interface HeldLine {
  readonly line: OutputLine;
  /** What people would read of it. */
  readonly text: string;
  readonly bytes: number;
}

/** So long the end of a line waits for what follows it. */
const LONGEST_WAIT_MS = 1_500;
const MOST_HELD = 20;

/**
 * Keeps back the last lines where they may be the beginning of a secret, until the next ones show whether they are. The output is done
 * with only up to them: whoever goes on after a crash reads them again.
 */
export class HeldLines {
  private held: readonly HeldLine[] = [];
  private sinceMs = 0;

  /** `to`: where the last of the lines ends. */
  take(lines: readonly OutputLine[], to: number, redactor: Redactor): ReleasedLines {
    const all = [...this.held, ...lines.map(toHeld)];
    const count = Math.min(MOST_HELD, redactor.openLines(all.slice(-MOST_HELD).map(({ text }) => text)));
    if (this.held.length === 0) this.sinceMs = performance.now();
    this.held = count === 0 ? [] : all.slice(-count);
    return { lines: all.slice(0, all.length - this.held.length).map(({ line }) => line), offset: to - this.size };
  }

  /** What has waited long enough, or, at the `end`, whatever waits. */
  release(to: number, end = false): ReleasedLines {
    if (this.held.length === 0 || (!end && performance.now() - this.sinceMs < LONGEST_WAIT_MS)) return { lines: [], offset: to - this.size };
    const lines = this.held.map(({ line }) => line);
    this.held = [];
    return { lines, offset: to };
  }

  private get size(): number {
    return this.held.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

// A line that was cut, or is no text, has another length than its letters: it begins nothing.
function toHeld(line: OutputLine): HeldLine {
  const isWhole = line.cutFromBytes === undefined && !line.text.includes('\ufffd');
  return { line, text: isWhole ? (readMessage(line.text)?.['@message'] ?? line.text) : '', bytes: Buffer.byteLength(line.text) + 1 };
}
