import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { StoredAttachment } from './records';

/** Each kind of record the sandbox remembers. */
export type RecordKind = 'channel' | 'message' | 'command' | 'interaction';

/**
 * Keeps records as JSON in one SQLite file (in memory without a folder). A write is in the operating system's hands when
 * `put` returns, so killing the process loses nothing.
 */
export class Store {
  private readonly database: DatabaseSync;
  private readonly upsert: StatementSync;
  private readonly erase: StatementSync;

  constructor(dataDir: string | undefined) {
    if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
    this.database = new DatabaseSync(dataDir === undefined ? ':memory:' : join(dataDir, 'discord.sqlite'));
    this.database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = OFF;
      CREATE TABLE IF NOT EXISTS record (kind TEXT, id TEXT, json TEXT NOT NULL, PRIMARY KEY (kind, id));
      CREATE TABLE IF NOT EXISTS attachment (id TEXT PRIMARY KEY, channel_id TEXT, filename TEXT, content_type TEXT, bytes BLOB);
    `);
    this.upsert = this.database.prepare('INSERT INTO record VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json');
    this.erase = this.database.prepare('DELETE FROM record WHERE kind = ? AND id = ?');
  }

  /** All records of a kind. They are trusted: nobody but this class writes the file. */
  all<T>(kind: RecordKind): T[] {
    const rows = this.database.prepare('SELECT json FROM record WHERE kind = ? ORDER BY length(id), id').all(kind);
    return rows.map((row) => JSON.parse(String(row['json'])) as T);
  }

  put(kind: RecordKind, id: string, record: object): void {
    this.upsert.run(kind, id, JSON.stringify(record));
  }

  remove(kind: RecordKind, id: string): void {
    this.erase.run(kind, id);
  }

  putAttachment(file: StoredAttachment): void {
    this.database.prepare('INSERT INTO attachment VALUES (?, ?, ?, ?, ?)').run(file.id, file.channelId, file.filename, file.contentType, file.bytes);
  }

  attachment(id: string): StoredAttachment | undefined {
    const row = this.database.prepare('SELECT * FROM attachment WHERE id = ?').get(id);
    if (row === undefined || !(row['bytes'] instanceof Uint8Array)) return undefined;
    return {
      id,
      channelId: String(row['channel_id']),
      filename: String(row['filename']),
      contentType: String(row['content_type']),
      bytes: row['bytes'],
    };
  }

  removeAttachment(id: string): void {
    this.database.prepare('DELETE FROM attachment WHERE id = ?').run(id);
  }

  close(): void {
    this.database.close();
  }
}
