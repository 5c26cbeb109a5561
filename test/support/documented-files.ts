import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes every code block that a page of the documentation names a file for. Answers their names. */
export function writeDocumentedFiles(page: string, folder: string): readonly string[] {
  const text = readFileSync(join(__dirname, '..', '..', 'docs', page), 'utf8');
  return [...text.matchAll(/^```ts file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', source = '']) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), source);
    return name;
  });
}
