import type { JsonValue } from '../domain/json';
import { canonical, hasEscapes, type CanonicalText } from './canonical-text';
import { SHORTEST_WITHIN_WORDS, spellingsOf } from './spellings';
import { TOKEN_SHAPES } from './token-shapes';

export const REDACTED = '(redacted)';

/** One and two letters are everywhere, and so are these. */
const SHORTEST_SECRET = 3;
const NEVER_SECRET: ReadonlySet<string> = new Set(['true', 'false', 'yes', 'none', 'null', 'auto', 'default']);
/** What Terraform puts before what a provisioner prints: a value may go on behind it. */
const PROVISIONER = /^\S+: \([\w-]+\): /;
/** A value's first letters at the end of a line may be its beginning. */
const SHORTEST_BEGINNING = 2;
const LONGEST_BEGINNING = 400;

type Stretch = readonly [from: number, to: number];

/** Takes known secret values, however they are spelled, and everything shaped like a token out of text. */
export class Redactor {
  readonly secrets: readonly string[];
  private readonly spellings: readonly string[];
  /** Values of three to five letters: taken out where they stand by themselves. */
  private readonly words: RegExp | undefined;

  constructor(secrets: Iterable<string>) {
    this.secrets = [...new Set(secrets)].filter((secret) => secret.trim().length >= SHORTEST_SECRET && !NEVER_SECRET.has(secret.trim().toLowerCase()));
    this.spellings = [...new Set(this.secrets.flatMap(spellingsOf))];
    const short = this.secrets.filter((secret) => secret.trim().length < SHORTEST_WITHIN_WORDS);
    this.words = short.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${short.map((word) => escaped(word.trim())).join('|')})(?![\\p{L}\\p{N}])`, 'giu') : undefined;
  }

  /** One that knows these too; itself where they bring nothing new. */
  with(secrets: Iterable<string>): Redactor {
    const more = new Redactor([...this.secrets, ...secrets]);
    return more.secrets.length === this.secrets.length ? this : more;
  }

  redact(text: string): string {
    return this.redactLines([text])[0] ?? '';
  }

  /** Lines that follow each other: a value may begin in one and end in the next. */
  redactLines(lines: readonly string[]): readonly string[] {
    const all = lines.join('\n');
    const found = this.stretchesOf(all, lines);
    const clean = found.length === 0 ? lines : withoutStretches(lines, found);
    return clean.map((line) => this.withoutShapes(line));
  }

  /** How many of these lines, counted from the last, may be the beginning of a value that goes on in the next one; 0: none. */
  openLines(lines: readonly string[]): number {
    const texts = lines.map((line) => canonical(line.replace(PROVISIONER, '').slice(-LONGEST_BEGINNING)).text);
    const open = this.longestBeginning(texts.join('').slice(-LONGEST_BEGINNING));
    let covered = 0;
    let count = 0;
    while (covered < open && count < texts.length) {
      count += 1;
      covered += texts.at(-count)?.length ?? 0;
    }
    return count;
  }

  /** Of all values: how many letters at the end of this text may be the first ones of one. */
  private longestBeginning(tail: string): number {
    let longest = 0;
    for (const spelling of this.spellings) {
      for (let length = Math.min(spelling.length - 1, tail.length); length >= Math.max(SHORTEST_BEGINNING, longest + 1); length -= 1) {
        if (tail.charCodeAt(tail.length - 1) === spelling.charCodeAt(length - 1) && tail.endsWith(spelling.slice(0, length))) longest = length;
      }
    }
    return longest;
  }

  redactValues(values: Readonly<Record<string, JsonValue>>): Record<string, JsonValue> {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, this.redactJson(value)]));
  }

  /** Every string inside, keys too. */
  redactJson(value: JsonValue): JsonValue {
    if (typeof value === 'string') return this.redact(value);
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((item: JsonValue) => this.redactJson(item));
    return Object.fromEntries(Object.entries(value).map(([key, item]: [string, JsonValue]) => [this.redact(key), this.redactJson(item)]));
  }

  private stretchesOf(all: string, lines: readonly string[]): readonly Stretch[] {
    if (this.spellings.length === 0) return [];
    const prefixes = prefixesOf(lines);
    const views = [{}, ...(prefixes.length > 1 ? [{ skipped: prefixes }] : []), ...(hasEscapes(all) ? [{ decoded: true }] : [])].map((how) => canonical(all, how));
    return merged(views.flatMap((view) => this.spellings.flatMap((spelling) => placesOf(view, spelling))));
  }

  private withoutShapes(text: string): string {
    let clean = this.words ? text.replace(this.words, REDACTED) : text;
    for (const shape of TOKEN_SHAPES) clean = clean.replace(shape, keepingLead);
    return clean;
  }
}

function placesOf({ text, at }: CanonicalText, spelling: string): Stretch[] {
  const found: Stretch[] = [];
  for (let from = text.indexOf(spelling); from !== -1; from = text.indexOf(spelling, from + spelling.length)) {
    const end = from + spelling.length;
    // Up to where the next letter begins, but not over what only separates it: an escape belongs to its letter.
    found.push([at[from] ?? 0, at[end] ?? Number.POSITIVE_INFINITY]);
  }
  return found;
}

function prefixesOf(lines: readonly string[]): readonly Stretch[] {
  let start = 0;
  return lines.flatMap((line) => {
    const length = PROVISIONER.exec(line)?.[0].length ?? 0;
    const stretch: Stretch = [start, start + length];
    start += line.length + 1;
    return length > 0 ? [stretch] : [];
  });
}

function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: [number, number][] = [];
  for (const [from, to] of stretches.toSorted(([left], [right]) => left - right)) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

/** What of each line is hidden becomes one mark; what stands before every line of a provisioner stays. */
function withoutStretches(lines: readonly string[], stretches: readonly Stretch[]): readonly string[] {
  let start = 0;
  return lines.map((line) => {
    const [from, to] = [start, start + line.length];
    start = to + 1;
    const lead = PROVISIONER.exec(line)?.[0].length ?? 0;
    let clean = '';
    let kept = from;
    for (const [begins, ends] of stretches.filter(([begin, end]) => begin < to && end > from)) {
      const hiddenFrom = begins < from ? from + lead : begins;
      if (hiddenFrom >= Math.min(ends, to)) continue;
      clean += line.slice(kept - from, hiddenFrom - from) + REDACTED;
      kept = Math.min(to, trimmedEnd(line, from, Math.min(ends, to)));
    }
    return clean + line.slice(kept - from);
  });
}

// A line break and what is wrapped around it belong to nobody.
function trimmedEnd(line: string, from: number, end: number): number {
  let to = end;
  while (to > from && /[\s\u200b-\u200f]/u.test(line[to - 1 - from] ?? '')) to -= 1;
  return to;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function keepingLead(_match: string, ...rest: unknown[]): string {
  const groups = rest.at(-1);
  const lead = typeof groups === 'object' && groups !== null && 'keep' in groups && typeof groups.keep === 'string' ? groups.keep : '';
  return `${lead}${REDACTED}`;
}
