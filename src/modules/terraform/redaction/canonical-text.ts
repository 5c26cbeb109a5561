/** A text in the one spelling in which secrets are looked for, and where each of its letters stands in the text as it is. */
export interface CanonicalText {
  readonly text: string;
  readonly at: readonly number[];
}

const NEWLINE = 10;
const ESCAPE = 27;
const BACKSLASH = 92;
const PERCENT = 37;
/** Letters that nobody sees. */
const INVISIBLE: readonly (readonly [number, number])[] = [[0, 9], [11, 31], [127, 159], [0xad, 0xad], [0x34f, 0x34f], [0x180e, 0x180e], [0x200b, 0x200f], [0x2028, 0x202e], [0x2060, 0x206f], [0xfe00, 0xfe0f], [0xfeff, 0xfeff]];
const MOST_DECODINGS = 3;

/**
 * Letters folded to one case, `-` and `_` to what plain base64 has in their place, nothing that cannot be seen, and no line breaks with
 * the space around them: so that a value is the same however its case, its wrapping or its lines. `decoded`: with the escapes of JSON and
 * of URLs undone first, as often as they were done. `skipped`: stretches that do not count, such as what stands before every line.
 */
export function canonical(text: string, { decoded = false, skipped = [] }: { decoded?: boolean; skipped?: readonly (readonly [number, number])[] } = {}): CanonicalText {
  let codes = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  let at: number[] = codes.map((_, index) => index);
  if (skipped.length > 0) [codes, at] = without(codes, at, skipped);
  if (decoded) [codes, at] = decode(codes, at);
  const kept: number[] = [];
  const places: number[] = [];
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index] ?? 0;
    if (code === ESCAPE) index = endOfSequence(codes, index);
    else if (code === NEWLINE) {
      // What stands around a line break is how the line was wrapped.
      while (isSpace(codes[index + 1])) index += 1;
    } else if (!isInvisible(code)) {
      kept.push(folded(code));
      places.push(at[index] ?? 0);
    }
  }
  return { text: fromCodes(kept), at: places };
}

/** Whether undoing escapes would change anything. */
export function hasEscapes(text: string): boolean {
  return /\\["\\/bfnrtu]|%[0-9a-f]{2}/i.test(text);
}

function without(codes: readonly number[], at: readonly number[], skipped: readonly (readonly [number, number])[]): [number[], number[]] {
  const kept = codes.map((_, index) => index).filter((index) => !skipped.some(([from, to]) => index >= from && index < to));
  return [kept.map((index) => codes[index] ?? 0), kept.map((index) => at[index] ?? 0)];
}

function decode(codes: number[], at: number[]): [number[], number[]] {
  let current: [number[], number[]] = [codes, at];
  for (let time = 0; time < MOST_DECODINGS; time += 1) {
    const next = decodeOnce(...current);
    if (next[0].length === current[0].length) return next;
    current = next;
  }
  return current;
}

const SHORT_ESCAPES: Readonly<Record<string, number>> = { '"': 34, '\\': 92, '/': 47, b: 8, f: 12, n: 10, r: 13, t: 9 };

function decodeOnce(codes: readonly number[], at: readonly number[]): [number[], number[]] {
  const decoded: number[] = [];
  const places: number[] = [];
  for (let index = 0; index < codes.length; index += 1) {
    const [code, length] = escapeAt(codes, index);
    decoded.push(code);
    places.push(at[index] ?? 0);
    index += length - 1;
  }
  return [decoded, places];
}

/** What stands there, and how many letters it takes. */
function escapeAt(codes: readonly number[], index: number): readonly [number, number] {
  const code = codes[index] ?? 0;
  const next = codes[index + 1];
  if (code === PERCENT) {
    const value = hexadecimal(codes, index + 1, 2);
    return value === undefined ? [code, 1] : [value, 3];
  }
  if (code !== BACKSLASH || next === undefined) return [code, 1];
  const letter = String.fromCharCode(next);
  const value = letter === 'u' ? hexadecimal(codes, index + 2, 4) : undefined;
  if (value !== undefined) return [value, 6];
  const short = SHORT_ESCAPES[letter];
  return short === undefined ? [code, 1] : [short, 2];
}

function hexadecimal(codes: readonly number[], from: number, digits: number): number | undefined {
  const text = String.fromCharCode(...codes.slice(from, from + digits));
  return text.length === digits && /^[0-9a-f]+$/i.test(text) ? Number.parseInt(text, 16) : undefined;
}

// ESC [ … letter colours text; anything else after ESC is one letter.
function endOfSequence(codes: readonly number[], index: number): number {
  if (codes[index + 1] !== 91) return index;
  let end = index + 2;
  while (end < codes.length && !((codes[end] ?? 0) >= 64 && (codes[end] ?? 0) <= 126)) end += 1;
  return end;
}

function isSpace(code: number | undefined): boolean {
  return code === 32 || code === 9 || code === 13 || code === NEWLINE;
}

function isInvisible(code: number): boolean {
  return code < 32 || (code >= 127 && INVISIBLE.some(([from, to]) => code >= from && code <= to));
}

function folded(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  if (code === 45) return 43;
  return code === 95 ? 47 : code;
}

const MOST_ARGUMENTS = 8_192;

function fromCodes(codes: readonly number[]): string {
  const parts: string[] = [];
  for (let from = 0; from < codes.length; from += MOST_ARGUMENTS) parts.push(String.fromCharCode(...codes.slice(from, from + MOST_ARGUMENTS)));
  return parts.join('');
}
