import type { JsonValue } from '../domain/json';
import { TOKEN_SHAPES } from './token-shapes';

export const REDACTED = '(redacted)';

/** Shorter values occur in ordinary words too often to be taken out. */
const SHORTEST_SECRET = 6;

/** Takes known secret values, however they are spelled, and everything shaped like a token out of text. */
export class Redactor {
  private readonly known: RegExp | undefined;
  readonly secrets: readonly string[];

  constructor(secrets: Iterable<string>) {
    this.secrets = [...new Set(secrets)].filter((secret) => secret.trim().length >= SHORTEST_SECRET);
    const spellings = [...new Set(this.secrets.flatMap(spellingsOf))].sort((left, right) => right.length - left.length);
    this.known = spellings.length > 0 ? new RegExp(spellings.map((spelling) => escaped(spelling)).join('|'), 'g') : undefined;
  }

  /** One that knows these too; itself where they bring nothing new. */
  with(secrets: Iterable<string>): Redactor {
    const more = new Redactor([...this.secrets, ...secrets]);
    return more.secrets.length === this.secrets.length ? this : more;
  }

  redact(text: string): string {
    let clean = this.known ? text.replace(this.known, REDACTED) : text;
    for (const shape of TOKEN_SHAPES) clean = clean.replace(shape, keepingLead);
    return clean;
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
}

// A program may print a value as it is, inside JSON, inside a URL or encoded; and a value of many lines one line at a time.
function spellingsOf(secret: string): string[] {
  const lines = secret.split(/\r?\n|\\n/).map((line) => line.trim()).filter((line) => line.length >= SHORTEST_SECRET);
  return [secret, ...lines].flatMap((value) => [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(Buffer.from(value).toString()),
    Buffer.from(value).toString('base64'),
    Buffer.from(value).toString('base64').replace(/=+$/, ''),
  ]);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function keepingLead(_match: string, ...rest: unknown[]): string {
  const groups = rest.at(-1);
  const lead = typeof groups === 'object' && groups !== null && 'keep' in groups && typeof groups.keep === 'string' ? groups.keep : '';
  return `${lead}${REDACTED}`;
}
