import type { MarkdownNode } from './markdown';

const blocks: readonly MarkdownNode['type'][] = ['codeBlock', 'blockQuote', 'list', 'heading', 'subtext'];

/**
 * Joins text that the parser cut (it cuts between the halves of an emoji), and drops the line break after a block,
 * which ends its own line.
 */
export function tidy(nodes: readonly MarkdownNode[]): MarkdownNode[] {
  const tidied: MarkdownNode[] = [];
  for (const node of nodes) {
    const previous = tidied.at(-1);
    if (node.type === 'text' && previous?.type === 'text') previous.content += node.content;
    else if (node.type === 'br' && previous && blocks.includes(previous.type)) continue;
    else tidied.push(inside(node));
  }
  return tidied;
}

function inside(node: MarkdownNode): MarkdownNode {
  if (node.type === 'list') return { ...node, items: node.items.map(tidy) };
  if ('content' in node && typeof node.content !== 'string') return { ...node, content: tidy(node.content) } as MarkdownNode;
  return { ...node };
}
