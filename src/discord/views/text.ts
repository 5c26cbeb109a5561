import { escapeMarkdown } from 'discord.js';

/** Free text as it is, whatever signs are in it. */
export function plain(text: string, limit = 200): string {
  return escapeMarkdown(cut(visible(text), limit), { heading: true, bulletedList: true, numberedList: true, maskedLink: true });
}

/** Text inside a code span, which nothing in it can end. */
export function code(text: string, limit = 100): string {
  return `\`${cut(visible(text), limit).replaceAll('`', 'ˋ') || ' '}\``;
}

/** Text inside a fenced block, which nothing in it can end. */
export function fenced(text: string, language = ''): string {
  return `\`\`\`${language}\n${text.replaceAll('```', 'ˋˋˋ')}\n\`\`\``;
}

/** A sentence of ours, which may quote anything: its code spans stay, but nothing in it opens a block. */
export function sentence(text: string, limit: number): string {
  return cut(text.replaceAll('```', 'ˋˋˋ'), limit);
}

export function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

/** As many lines as fit, and how many did not. */
export function fit(lines: readonly string[], limit: number): string {
  const kept: string[] = [];
  let length = 0;
  for (const [index, line] of lines.entries()) {
    const rest = `… and ${lines.length - index} more`;
    const last = index === lines.length - 1;
    if (length + line.length + (last ? 0 : rest.length + 2) > limit) return [...kept, rest].join('\n');
    kept.push(line);
    length += line.length + 1;
  }
  return kept.join('\n');
}

// Control and direction characters would let a name pretend to be something else.
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '·');
}

/** A moment, shown in each reader's own time: `R` as "in 5 minutes", `f` as a date. */
export function moment(at: Date, style: 'R' | 'f' | 't' = 'R'): string {
  return `<t:${Math.floor(at.getTime() / 1000)}:${style}>`;
}

/** `42 s`, `3 min 5 s`, `8 h`, `3 d 4 h`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return parts(seconds, 60, 'min', 's');
  return seconds < 86_400 ? parts(Math.floor(seconds / 60), 60, 'h', 'min') : parts(Math.floor(seconds / 3_600), 24, 'd', 'h');
}

function parts(amount: number, per: number, whole: string, rest: string): string {
  const left = amount % per;
  return `${Math.floor(amount / per)} ${whole}${left === 0 ? '' : ` ${left} ${rest}`}`;
}
