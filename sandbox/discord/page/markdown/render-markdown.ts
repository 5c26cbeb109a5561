import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { codeBlock } from './code-block';
import { withEmoji } from './emoji';
import './live-time';
import { parseMarkdown, type MarkdownNode } from './markdown';
import { mention, type Names } from './mention';

export type { Names };

/** Parsed again only when the text or a name changes. */
export function markdown(source: string, names: Names): unknown {
  return guard([source, names], () => nodes(parseMarkdown(source), names));
}

function nodes(list: readonly MarkdownNode[], names: Names): unknown[] {
  return list.map((node) => rendered(node, names));
}

type Marked = Extract<MarkdownNode, { content: MarkdownNode[] }>;

function rendered(node: MarkdownNode, names: Names): unknown {
  switch (node.type) {
    case 'text':
      return withEmoji(node.content);
    case 'br':
      return html`<br />`;
    case 'inlineCode':
      return html`<code class="inline-code">${node.content}</code>`;
    case 'codeBlock':
      return codeBlock(node.lang, node.content);
    case 'list':
      return list(node, names);
    case 'emoji':
      return `:${node.name}:`;
    case 'timestamp':
      return html`<live-time .unix=${Number(node.timestamp)} .format=${node.format}></live-time>`;
    default:
      return 'content' in node ? marked(node, nodes(node.content, names)) : mention(node, names);
  }
}

function marked(node: Marked, content: unknown): unknown {
  switch (node.type) {
    case 'strong':
      return html`<strong>${content}</strong>`;
    case 'em':
      return html`<em>${content}</em>`;
    case 'underline':
      return html`<u>${content}</u>`;
    case 'strikethrough':
      return html`<s>${content}</s>`;
    case 'spoiler':
      return html`<discord-spoiler tabindex="0" role="button" aria-label="Spoiler">${content}</discord-spoiler>`;
    case 'blockQuote':
      return html`<div class="quote"><blockquote>${content}</blockquote></div>`;
    case 'subtext':
      return html`<small class="subtext">${content}</small>`;
    case 'heading':
      return heading(node.level, content);
    default:
      return link(node.target, content);
  }
}

function heading(level: number, content: unknown): TemplateResult {
  if (level === 1) return html`<h3 class="heading-1">${content}</h3>`;
  if (level === 2) return html`<h4 class="heading-2">${content}</h4>`;
  return html`<h5 class="heading-3">${content}</h5>`;
}

function list({ ordered, start, items }: Extract<MarkdownNode, { type: 'list' }>, names: Names): TemplateResult {
  const entries = items.map((item) => html`<li>${nodes(item, names)}</li>`);
  return ordered ? html`<ol start=${start}>${entries}</ol>` : html`<ul>${entries}</ul>`;
}

/** Any other scheme than http is shown as the text that it is. */
function link(target: string, content: unknown): unknown {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return content;
  return html`<a href=${target} target="_blank" rel="noopener noreferrer nofollow">${content}</a>`;
}
