import { escapeMarkdown } from 'discord.js';

/** Shortened to `max` characters, with an ellipsis where something is missing. Never cuts a character in two. */
export function short(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** One line without control, format and direction characters. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\p{Cf}\p{Co}\p{Cs}]/gu, '').trim();
}

/** A code span that nothing in `text` can end. */
export function code(text: string, max = 60): string {
  return `\`${short(plain(text).replaceAll('`', 'ˋ'), max) || ' '}\``;
}

/** The text of a code block, which nothing in it can end. Lines stay lines, colours of ours are added later. */
export function fenced(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '').replace(/[\p{Cf}\p{Co}\p{Cs}]/gu, '').replaceAll('`', 'ˋ');
}

/** A sentence of ours, possibly with somebody else's words in it: its code spans stay, all other markdown is shown as typed. */
export function prose(text: string, max: number): string {
  const clean = short(text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ').replace(/[\p{Cf}\p{Co}\p{Cs}]/gu, '').replace(/\n{3,}/g, '\n\n').trim(), max);
  const shown = clean.split(/(`[^`\n]+`)/).map((part, index) => (index % 2 === 1 ? part : escaped(part))).join('');
  // Escaping makes it longer; rather than cut an escape in two, the text is cut again before it.
  return shown.length <= max || max < 8 ? shown.slice(0, max) : prose(text, max - Math.max(1, Math.ceil((shown.length - max) / 2)));
}

function escaped(text: string): string {
  return escapeMarkdown(text.replaceAll('`', 'ˋ'), { heading: true, bulletedList: true, numberedList: true, maskedLink: true }).replaceAll('<', '<\u200b');
}

/** As many lines as fit into `max` characters; where some do not, the last one counts them. */
export function linesWithin(lines: readonly string[], max: number, more: (left: number) => string = (left) => `… and ${left} more`): string {
  const whole = lines.join('\n');
  if (whole.length <= max) return whole;
  const reserve = more(lines.length).length + 1;
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (length + line.length + 1 + reserve > max) break;
    kept.push(line);
    length += line.length + 1;
  }
  return [...kept, more(lines.length - kept.length)].join('\n');
}

/** `42 s`, `3 min 20 s`, `1 h 5 min`. */
export function duration(durationMs: number): string {
  const seconds = Math.max(0, Math.round(durationMs / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A moment that everybody reads in their own words and time zone: "in 12 minutes". */
export function relativeTime(at: Date): string {
  return `<t:${Math.floor(at.getTime() / 1000)}:R>`;
}

/** A person; named, not notified. */
export function person(userId: string): string {
  return `<@${userId.replace(/[^\w-]/g, '')}>`;
}
