import { readIfThere, writeAtomically } from '../engine/files';

/** Writes a file only where its content differs: what did not change keeps its time and its place on the disk. */
export function writeIfChanged(file: string, content: string, mode: number): void {
  if (readIfThere(file) !== content) writeAtomically(file, content, mode);
}
