import { open } from 'node:fs/promises';

const CHUNK_BYTES = 256 * 1024;
/** Of a longer line only its beginning is kept, however long it is. */
const KEPT_BYTES = 64 * 1024;
/** So much is stored at once. */
const MOST_LINES = 500;
const NEWLINE = 10;

export interface Read {
  readonly lines: readonly string[];
  /** Where the next reading begins. */
  readonly offset: number;
}

/** The complete lines from `offset` on; with `toTheEnd`, what stands after the last newline too. A missing file has none. */
export async function readLines(path: string, offset: number, toTheEnd: boolean): Promise<Read> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return { lines: [], offset };
  try {
    const lines: string[] = [];
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let line: Buffer = Buffer.alloc(0);
    let position = offset;
    let complete = offset;
    while (lines.length < MOST_LINES) {
      const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, position);
      if (bytesRead === 0) break;
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE, start); end !== -1 && end < bytesRead && lines.length < MOST_LINES; end = chunk.indexOf(NEWLINE, start)) {
        lines.push(textOf(join(line, chunk.subarray(start, end))));
        line = Buffer.alloc(0);
        start = end + 1;
        complete = position + start;
      }
      if (lines.length >= MOST_LINES) break;
      line = join(line, chunk.subarray(start, bytesRead));
      position += bytesRead;
    }
    if (!toTheEnd || lines.length >= MOST_LINES || line.length === 0) return { lines, offset: complete };
    return { lines: [...lines, textOf(line)], offset: position };
  } finally {
    await file.close();
  }
}

function join(line: Buffer, more: Buffer): Buffer {
  return line.length >= KEPT_BYTES ? line : Buffer.concat([line, more.subarray(0, KEPT_BYTES - line.length)]);
}

// Bytes that are not UTF-8 become replacement characters.
function textOf(line: Buffer): string {
  return line.toString('utf8').replace(/\r$/, '').replaceAll('\0', '');
}
