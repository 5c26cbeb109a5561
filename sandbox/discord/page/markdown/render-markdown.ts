import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { codeBlock } from './code-block';
import './live-time';
import { parseMarkdown, type MarkdownNode } from './markdown';

/** Who and what mentions stand for, and what a click on one does. */
export interface Names {
  user(id: string): string | undefined;
  channel(id: string): string | undefined;
  role(id: string): string | undefined;
  openChannel(id: string): void;
  useCommand(name: string): void;
}

/** Parsed again only when the text or a name changes. */
export function markdown(source: string, names: Names): unknown {
  return guard([source, names], () => nodes(parseMarkdown(source), names));
}

function nodes(list: readonly MarkdownNode[], names: Names): unknown[] {
  return list.map((node) => rendered(node, names));
}

function rendered(node: MarkdownNode, names: Names): unknown {
  switch (node.type) {
    case 'text':
      return node.content;
    case 'br':
      return html`<br />`;
    case 'strong':
      return html`<strong>${nodes(node.content, names)}</strong>`;
    case 'em':
      return html`<em>${nodes(node.content, names)}</em>`;
    case 'underline':
      return html`<u>${nodes(node.content, names)}</u>`;
    case 'strikethrough':
      return html`<s>${nodes(node.content, names)}</s>`;
    case 'spoiler':
      return html`<discord-spoiler tabindex="0" role="button" aria-label="Spoiler">${nodes(node.content, names)}</discord-spoiler>`;
    case 'inlineCode':
      return html`<code class="inline-code">${node.content}</code>`;
    case 'codeBlock':
      return codeBlock(node.lang, node.content);
    case 'blockQuote':
      return html`<div class="quote"><blockquote>${nodes(node.content, names)}</blockquote></div>`;
    case 'subtext':
      return html`<small class="subtext">${nodes(node.content, names)}</small>`;
    case 'heading':
      return heading(node.level, nodes(node.content, names));
    case 'list':
      return list(node, names);
    case 'link':
    case 'url':
    case 'autolink':
      return link(node.target, nodes(node.content, names));
    case 'emoji':
      return `:${node.name}:`;
    case 'timestamp':
      return html`<live-time .unix=${Number(node.timestamp)} .format=${node.format}></live-time>`;
    case 'everyone':
    case 'here':
      return html`<discord-mention>${node.type}</discord-mention>`;
    case 'user':
      return html`<discord-mention type="user">${names.user(node.id) ?? 'unknown-user'}</discord-mention>`;
    case 'role':
      return html`<discord-mention type="role">${names.role(node.id) ?? 'unknown-role'}</discord-mention>`;
    case 'channel':
      return html`<discord-mention type="channel" tabindex="0" role="link" @click=${() => names.openChannel(node.id)}
        >${names.channel(node.id) ?? 'unknown'}</discord-mention
      >`;
    case 'slashCommand':
      return html`<discord-mention type="slash" tabindex="0" role="button" @click=${() => names.useCommand(node.fullName)}
        >${node.fullName}</discord-mention
      >`;
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
