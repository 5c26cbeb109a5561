const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const LINE_BREAKS = /[\n\r\u0085\u2028\u2029]/u;
const CONTROLS = /\p{Cc}/u;
const SURROGATES = /\p{Cs}/u;
const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Why a single line of text cannot be shown or stored, as a phrase that follows it; undefined where it can. */
export function whyHostile(text: string): string | undefined {
  if (LINE_BREAKS.test(text)) return 'has a line break';
  const control = CONTROLS.exec(text);
  if (control) return `has the control character ${codePoint(control[0])}`;
  const mark = DIRECTION_MARKS.exec(text);
  if (mark) return `has the invisible direction mark ${codePoint(mark[0])}`;
  return SURROGATES.test(text) ? 'has half a character' : undefined;
}

/** A value fit for a message: at most 40 characters, with what cannot be seen spelled out as `[U+202E]`. */
export function visible(text: string): string {
  const characters = Array.from(text);
  const shown = characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : text;
  return shown.replace(HIDDEN, (character) => `[${codePoint(character)}]`);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
