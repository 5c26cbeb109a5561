/** One line of output, as far as it was kept. */
export interface OutputLine {
  readonly text: string;
  /** Its length in bytes, where it was longer than what was kept. */
  readonly cutFromBytes?: number;
}

/** Longer lines are cut: a real message of Terraform's is far below, and whatever prints more must not fill the memory. */
export const LONGEST_LINE_BYTES = 256 * 1024;

const NEWLINE = 0x0a;

/** Turns chunks of bytes into complete lines. Bytes that are no UTF-8 become U+FFFD. */
export class LineSplitter {
  private pieces: Buffer[] = [];
  private keptBytes = 0;
  private lineBytes = 0;
  private read: number;
  private complete: number;

  /** @param offset where in the output the first chunk begins. */
  constructor(offset: number) {
    this.read = offset;
    this.complete = offset;
  }

  /** Where the next chunk has to begin. */
  get readOffset(): number {
    return this.read;
  }

  /** Where the last complete line ended. */
  get completeOffset(): number {
    return this.complete;
  }

  push(chunk: Buffer): OutputLine[] {
    const lines: OutputLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.keep(chunk.subarray(start, end));
      lines.push(this.take());
      start = end + 1;
      this.complete = this.read + start;
    }
    this.keep(chunk.subarray(start));
    this.read += chunk.length;
    return lines;
  }

  /** What stands after the last line break, once nothing more will come. */
  end(): OutputLine[] {
    this.complete = this.read;
    return this.lineBytes > 0 ? [this.take()] : [];
  }

  private keep(piece: Buffer): void {
    this.lineBytes += piece.length;
    const kept = piece.subarray(0, LONGEST_LINE_BYTES - this.keptBytes);
    if (kept.length === 0) return;
    // A copy, since the chunk's own memory is used again.
    this.pieces.push(Buffer.from(kept));
    this.keptBytes += kept.length;
  }

  private take(): OutputLine {
    const text = Buffer.concat(this.pieces).toString('utf8');
    const line = this.lineBytes > this.keptBytes ? { text, cutFromBytes: this.lineBytes } : { text };
    this.pieces = [];
    this.keptBytes = 0;
    this.lineBytes = 0;
    return line;
  }
}
