const itemPattern = /^( *)(?:[-*]|(\d{1,9})\.) +(.*)$/;

/** Splits a list into its items' sources. What is indented below an item belongs to it, and may be a list again. */
export function listItems(source: string): { ordered: boolean; start: number; items: string[] } {
  const lines = source.replace(/\n$/, '').split('\n');
  const first = itemPattern.exec(lines[0] ?? '');
  const indent = first?.[1]?.length ?? 0;
  const items: string[][] = [];
  for (const line of lines) {
    const item = itemPattern.exec(line);
    const current = items.at(-1);
    if (item && (!current || (item[1] ?? '').length <= indent)) items.push([item[3] ?? '']);
    else current?.push(line.slice(Math.min(indent + 2, line.length - line.trimStart().length)));
  }
  return { ordered: first?.[2] !== undefined, start: Number(first?.[2] ?? 1), items: items.map((item) => item.join('\n')) };
}
