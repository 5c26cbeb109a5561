import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readIfThere } from '../engine/files';

/** Writes a file in one step, and only where its content differs. Says whether it wrote. */
export function writeIfChanged(file: string, content: string, mode: number): boolean {
  if (readIfThere(file) === content) return false;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content, { mode });
  // The mode given above is cut by the umask.
  chmodSync(draft, mode);
  renameSync(draft, file);
  return true;
}
