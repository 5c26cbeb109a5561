import { canonical } from './canonical-text';

/** Shorter ones occur in ordinary words too often to be taken out of them. */
export const SHORTEST_WITHIN_WORDS = 6;

/**
 * Every way in which a value may be written, in the canonical spelling: as it is, each line of it, in base64 wherever it begins
 * within what was encoded, and in hexadecimal digits. Escapes, case, wrapping and line breaks need none of their own.
 */
export function spellingsOf(secret: string): readonly string[] {
  const lines = secret.split(/\r?\n|\\n/).map((line) => line.trim());
  const values = [...new Set([secret.trim(), ...lines])].filter((value) => value.length >= SHORTEST_WITHIN_WORDS);
  const spelled = values.flatMap((value) => {
    const bytes = Buffer.from(value);
    // Outside of ASCII a URL has bytes where the value has letters.
    return [value, bytes.toString('latin1'), ...[0, 1, 2].map((offset) => base64At(bytes, offset)), bytes.toString('hex')];
  });
  return [...new Set(spelled.map((spelling) => canonical(spelling).text))].filter((spelling) => spelling.length >= SHORTEST_WITHIN_WORDS);
}

/** The letters that depend on the value alone, where so many bytes of something else stand before it. */
function base64At(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64').replace(/=+$/, '');
  const first = Math.ceil((offset * 8) / 6);
  const last = Math.floor(((offset + bytes.length) * 8) / 6);
  return text.slice(first, last);
}
