interface Item {
  indent: number;
  number: number | undefined;
  text: string;
}

function itemOf(line: string): Item | undefined {
  const match = /^( *)(?:[-*]|(\d{1,9})\.) +(.*)$/.exec(line);
  if (!match) return undefined;
  const [, spaces = '', digits, text = ''] = match;
  return { indent: spaces.length, number: digits ? Number(digits) : undefined, text };
}

/** Splits a list into its items' sources. What is indented below an item belongs to it, and may be a list again. */
export function listItems(source: string): { ordered: boolean; start: number; items: string[] } {
  const lines = source.replace(/\n$/, '').split('\n');
  const { indent, number } = itemOf(lines[0] ?? '') ?? { indent: 0, number: undefined };
  const items: string[] = [];
  for (const line of lines) {
    const item = itemOf(line);
    if (item && (items.length === 0 || item.indent <= indent)) items.push(item.text);
    else items.push(`${items.pop() ?? ''}\n${outdented(line, indent + 2)}`);
  }
  return { ordered: number !== undefined, start: number ?? 1, items };
}

function outdented(line: string, by: number): string {
  return line.slice(Math.min(by, line.length - line.trimStart().length));
}
