import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RawFile } from 'discord.js';

const compress = promisify(gzip);

/** Below the 10 MiB that Discord takes for an attachment, also where nothing of it can be compressed. */
const LARGEST_BYTES = 8 * 1024 * 1024;
/** What one message takes in all. */
const LARGEST_MESSAGE_BYTES = 24 * 1024 * 1024;
const MOST_FILES_OF_A_MESSAGE = 10;

interface LogFile extends RawFile {
  readonly data: Buffer;
}

/** The whole log, from the texts of its parts: one file that can be read at once, or, where it is very long, compressed ones. */
export async function logFiles(name: string, texts: AsyncIterable<string>): Promise<LogFile[]> {
  const parts = await cutToSize(texts);
  const [only] = parts;
  if (parts.length <= 1) return [{ name: `${name}.log`, data: only ?? Buffer.from('Terraform printed nothing.\n'), contentType: 'text/plain; charset=utf-8' }];
  return Promise.all(parts.map(async (part, index) => ({ name: `${name}-${index + 1}.log.gz`, data: await compress(part, { level: 3 }), contentType: 'application/gzip' })));
}

/** The files of one message after another. */
export function byMessage(files: readonly LogFile[]): LogFile[][] {
  const messages: LogFile[][] = [[]];
  let size = 0;
  for (const file of files) {
    const current = messages.at(-1) ?? [];
    const isFull = current.length > 0 && (size + file.data.length > LARGEST_MESSAGE_BYTES || current.length === MOST_FILES_OF_A_MESSAGE);
    size = (isFull ? 0 : size) + file.data.length;
    if (isFull) messages.push([file]);
    else current.push(file);
  }
  return messages;
}

// Each file ends with a line.
async function cutToSize(texts: AsyncIterable<string>): Promise<Buffer[]> {
  const files: Buffer[] = [];
  let rest = Buffer.alloc(0);
  for await (const text of texts) {
    rest = Buffer.concat([rest, Buffer.from(text)]);
    while (rest.length > LARGEST_BYTES) {
      const end = rest.lastIndexOf('\n', LARGEST_BYTES - 1) + 1 || LARGEST_BYTES;
      files.push(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
  }
  return rest.length > 0 ? [...files, rest] : files;
}
