import type { RawFile } from 'discord.js';
import type { RunLine } from '../../modules/terraform';

/** Below the 10 MiB that Discord takes for an attachment. */
const PART_BYTES = 8 * 1024 * 1024;

/** The whole log: every line with its number and time, in parts where it is very long. */
export function logFiles(name: string, lines: readonly RunLine[]): RawFile[] {
  const parts: string[][] = [[]];
  let size = 0;
  for (const { number, at, text } of lines) {
    const line = `${String(number).padStart(5)}  ${at.toISOString()}  ${text}\n`;
    const bytes = Buffer.byteLength(line);
    if (size + bytes > PART_BYTES) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(line);
    size += bytes;
  }
  return parts.slice(0, 10).map((part, index) => ({ name: `${name}${parts.length > 1 ? `-${index + 1}` : ''}.log`, data: Buffer.from(part.join('') || 'Terraform printed nothing.\n'), contentType: 'text/plain; charset=utf-8' }));
}
