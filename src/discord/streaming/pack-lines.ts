import type { RunLine } from '../../modules/terraform';
import { cut, fenced } from '../views/text';

/** What of a fenced block's 2,000 characters the lines may take. */
const ROOM = 1_880;
const LONGEST_LINE = 600;

const COLOURS: Readonly<Record<string, string>> = { error: '31', warn: '33', result: '32', summary: '1', progress: '0' };

/** The lines that go into the next message: as many as fit, in order, at least one. */
export function takeLines(lines: readonly RunLine[]): readonly RunLine[] {
  let length = 0;
  const count = lines.findIndex((line) => (length += coloured(line).length + 1) > ROOM);
  return count === -1 ? lines : lines.slice(0, Math.max(1, count));
}

/** The newest lines that fit into one message, in order. */
export function takeNewest(lines: readonly RunLine[]): readonly RunLine[] {
  let length = 0;
  const fits = [...lines].reverse().findIndex((line) => (length += coloured(line).length + 1) > ROOM);
  return fits === -1 ? lines : lines.slice(lines.length - Math.max(1, fits));
}

/** Lines as a block that Discord colours: green for what is done, red for errors. */
export function block(lines: readonly RunLine[]): string {
  return fenced(lines.map(coloured).join('\n'), 'ansi');
}

function coloured({ level, kind, text }: RunLine): string {
  const colour = COLOURS[level] ?? COLOURS[kind] ?? '0';
  const shown = cut(text.replaceAll('```', 'ˋˋˋ'), LONGEST_LINE);
  return colour === '0' ? shown : `\u001b[${colour}m${shown}\u001b[0m`;
}
