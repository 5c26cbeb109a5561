/** A run of text in one style of an `ansi` code block. Colours are Discord's eight. */
export interface AnsiRun {
  text: string;
  foreground?: AnsiColor;
  background?: AnsiColor;
  bold?: boolean;
  underline?: boolean;
}

export type AnsiColor = 'gray' | 'red' | 'green' | 'yellow' | 'blue' | 'pink' | 'cyan' | 'white';

const colors: readonly AnsiColor[] = ['gray', 'red', 'green', 'yellow', 'blue', 'pink', 'cyan', 'white'];
const ESCAPE = String.fromCharCode(27);
const escapes = new RegExp(`${ESCAPE}\\[([\\d;]*)([A-Za-z])`, 'g');

/** Reads the escapes that Discord reads (reset, bold, underline, colours) and drops all others. */
export function ansiRuns(source: string): AnsiRun[] {
  const runs: AnsiRun[] = [];
  let style: Omit<AnsiRun, 'text'> = {};
  let end = 0;
  const push = (text: string) => {
    if (text) runs.push({ text, ...style });
  };
  for (const match of source.matchAll(escapes)) {
    push(source.slice(end, match.index));
    end = match.index + match[0].length;
    if (match[2] === 'm') for (const code of (match[1] || '0').split(';')) style = restyled(style, Number(code));
  }
  push(source.slice(end));
  return runs;
}

function restyled(style: Omit<AnsiRun, 'text'>, code: number): Omit<AnsiRun, 'text'> {
  if (code === 0) return {};
  if (code === 1) return { ...style, bold: true };
  if (code === 4) return { ...style, underline: true };
  const foreground = colors[code >= 90 ? code - 90 : code - 30];
  if (foreground && (code < 40 || code >= 90)) return { ...style, foreground };
  const background = colors[code - 40];
  return background && code >= 40 ? { ...style, background } : style;
}

/** The text alone, as it is copied. */
export function withoutAnsi(source: string): string {
  return ansiRuns(source)
    .map(({ text }) => text)
    .join('');
}
