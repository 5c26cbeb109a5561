import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { readIfThere } from './files';

export interface JournalEntry {
  /** When, in ISO 8601. */
  readonly at: string;
  readonly action: 'create' | 'update' | 'delete';
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

/** Everything that was ever done in a cloud, one line each. It is only ever added to. */
export class Journal {
  constructor(private readonly file: string) {}

  add(action: JournalEntry['action'], type: string, id: string, name: string): void {
    const entry: JournalEntry = { at: new Date().toISOString(), action, type, id, name };
    mkdirSync(dirname(this.file), { recursive: true });
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
  }

  entries(): JournalEntry[] {
    const lines = (readIfThere(this.file) ?? '').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as JournalEntry);
  }
}
