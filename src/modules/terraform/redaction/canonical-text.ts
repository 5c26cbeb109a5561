/** A text in the one spelling in which secrets are looked for, and where each of its letters stands in the text as it is. */
export interface CanonicalText {
  readonly text: string;
  readonly at: Int32Array;
}

type Stretch = readonly [from: number, to: number];

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
export function canonical(text: string, { decoded = false, skipped = [] }: { decoded?: boolean; skipped?: readonly Stretch[] } = {}): CanonicalText {
  let letters = lettersOf(text, skipped);
  if (decoded) letters = decode(letters);
  const { codes, at, length } = letters;
  const kept = emptyLetters(length);
  for (let index = 0; index < length; index += 1) {
    const code = codes[index] ?? 0;
    if (code === ESCAPE) index = endOfSequence(codes, index);
    else if (code === NEWLINE) {
      // What stands around a line break is how the line was wrapped.
      while (index + 1 < length && isSpace(codes[index + 1])) index += 1;
    } else if (!isInvisible(code)) keep(kept, folded(code), at[index] ?? 0);
  }
  return { text: Buffer.from(kept.codes.buffer, 0, 2 * kept.length).toString('utf16le'), at: kept.at.subarray(0, kept.length) };
}

/** Whether undoing escapes would change anything. */
export function hasEscapes(text: string): boolean {
  return /\\["\\/bfnrtu]|%[0-9a-f]{2}/i.test(text);
}

/** Letters and where each of them stands, in memory that costs six bytes for each: an output has millions. */
interface Letters {
  readonly codes: Uint16Array<ArrayBuffer>;
  readonly at: Int32Array;
  length: number;
}

function emptyLetters(most: number): Letters {
  return { codes: new Uint16Array(most), at: new Int32Array(most), length: 0 };
}

function keep(letters: Letters, code: number, at: number): void {
  letters.codes[letters.length] = code;
  letters.at[letters.length] = at;
  letters.length += 1;
}

function lettersOf(text: string, skipped: readonly Stretch[]): Letters {
  const letters = emptyLetters(text.length);
  let next = 0;
  for (let index = 0; index < text.length; index += 1) {
    while (next < skipped.length && (skipped[next]?.[1] ?? 0) <= index) next += 1;
    const stretch = skipped[next];
    if (stretch && index >= stretch[0]) index = stretch[1] - 1;
    else keep(letters, text.charCodeAt(index), index);
  }
  return letters;
}

function decode(letters: Letters): Letters {
  let current = letters;
  for (let time = 0; time < MOST_DECODINGS; time += 1) {
    const next = decodeOnce(current);
    if (next.length === current.length) return next;
    current = next;
  }
  return current;
}

const SHORT_ESCAPES: Readonly<Record<string, number>> = { '"': 34, '\\': 92, '/': 47, b: 8, f: 12, n: 10, r: 13, t: 9 };

function decodeOnce({ codes, at, length }: Letters): Letters {
  const decoded = emptyLetters(length);
  for (let index = 0; index < length; index += 1) {
    const first = codes[index] ?? 0;
    const [code, taken] = first === PERCENT || first === BACKSLASH ? escapeAt(codes.subarray(index, Math.min(length, index + 6))) : [first, 1];
    keep(decoded, code, at[index] ?? 0);
    index += taken - 1;
  }
  return decoded;
}

/** What stands there, and how many letters it takes. */
function escapeAt(codes: Uint16Array): readonly [number, number] {
  const [code = 0, next] = codes;
  if (code === PERCENT) {
    const value = hexadecimal(codes.subarray(1, 3), 2);
    return value === undefined ? [code, 1] : [value, 3];
  }
  if (next === undefined) return [code, 1];
  const letter = String.fromCharCode(next);
  const value = letter === 'u' ? hexadecimal(codes.subarray(2, 6), 4) : undefined;
  if (value !== undefined) return [value, 6];
  const short = SHORT_ESCAPES[letter];
  return short === undefined ? [code, 1] : [short, 2];
}

function hexadecimal(codes: Uint16Array, digits: number): number | undefined {
  const text = String.fromCharCode(...codes);
  return text.length === digits && /^[0-9a-f]+$/i.test(text) ? Number.parseInt(text, 16) : undefined;
}

// ESC [ … letter colours text; anything else after ESC is one letter.
function endOfSequence(codes: Uint16Array, index: number): number {
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
