import { html, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { icons } from '../icons';
import { ansiRuns, withoutAnsi, type AnsiRun } from './ansi';

/** A fenced block, coloured where Discord colours and where it helps here: `ansi` and `diff`. */
export function codeBlock(lang: string, content: string): TemplateResult {
  const copy = () => void navigator.clipboard?.writeText(withoutAnsi(content));
  // prettier-ignore
  return html`<div class="code-block"><pre tabindex="0"><code data-lang=${lang}>${coloured(lang.toLowerCase(), content)}</code></pre><button
    type="button" class="copy-code" title="Copy" aria-label="Copy code" @click=${copy}>${icons.copy}</button></div>`;
}

function coloured(lang: string, content: string): unknown {
  if (lang === 'ansi') return ansiRuns(content).map(ansiSpan);
  if (lang === 'diff') return content.split('\n').map(diffLine);
  return content;
}

function ansiSpan({ text, foreground, background, bold, underline }: AnsiRun): unknown {
  if (!foreground && !background && !bold && !underline) return text;
  const classes = {
    [`ansi-${foreground}`]: Boolean(foreground),
    [`ansi-on-${background}`]: Boolean(background),
    'ansi-bold': Boolean(bold),
    'ansi-underline': Boolean(underline),
  };
  return html`<span class=${classMap(classes)}>${text}</span>`;
}

function diffLine(line: string, index: number): unknown {
  const kind = /^(?:\+|>)/.test(line) ? 'added' : /^(?:-|<)/.test(line) ? 'removed' : /^(?:@@|!|~)/.test(line) ? 'changed' : '';
  const text = `${index > 0 ? '\n' : ''}${line}`;
  return kind ? html`<span class=${`diff-${kind}`}>${text}</span>` : text;
}
