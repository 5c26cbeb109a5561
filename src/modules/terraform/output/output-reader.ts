import { open } from 'node:fs/promises';
import { LineSplitter, type OutputLine } from './line-splitter';

const CHUNK_BYTES = 64 * 1024;

/** Reads a growing file on from a byte offset. */
export class OutputReader {
  private readonly splitter: LineSplitter;

  constructor(private readonly file: string, offset: number) {
    this.splitter = new LineSplitter(offset);
  }

  /** Bytes whose lines were handed out: where a later reader goes on. */
  get offset(): number {
    return this.splitter.completeOffset;
  }

  /** The next complete lines; undefined where nothing new is there. */
  async read(): Promise<OutputLine[] | undefined> {
    const chunk = await this.nextChunk();
    return chunk.length === 0 ? undefined : this.splitter.push(chunk);
  }

  /** What stands after the last line break, once the writer has ended. */
  end(): OutputLine[] {
    return this.splitter.end();
  }

  private async nextChunk(): Promise<Buffer> {
    const file = await open(this.file, 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!file) return Buffer.alloc(0);
    try {
      const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, this.splitter.readOffset);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }
}
