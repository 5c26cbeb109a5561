import { createHash, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode, readIfThere, writeAtomically } from './files';
import type { ObjectValue } from './value';

// File systems allow 255 bytes to a name.
const LONGEST_NAME = 200;

/**
 * The objects of a cloud: one JSON file each, below a folder per type. Whatever is there exists, whatever is not
 * does not: a person may look at it, change it or delete it. Any number of processes may work on it at once.
 */
export class ObjectStore {
  constructor(private readonly folder: string) {}

  find(type: string, id: string): ObjectValue | undefined {
    const text = readIfThere(this.file(type, id));
    return text === undefined ? undefined : (JSON.parse(text) as ObjectValue);
  }

  list(type: string): ObjectValue[] {
    return namesIn(join(this.folder, type))
      .filter((name) => name.endsWith('.json'))
      .map((name) => readIfThere(join(this.folder, type, name)))
      .filter((text) => text !== undefined)
      .map((text) => JSON.parse(text) as ObjectValue);
  }

  types(): string[] {
    return namesIn(this.folder);
  }

  /** False where an object with this id was there already; of two that try at once exactly one succeeds. */
  create(type: string, id: string, object: ObjectValue): boolean {
    const draft = this.draft(type, object);
    try {
      linkSync(draft, this.file(type, id));
      return true;
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false;
      throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }

  replace(type: string, id: string, object: ObjectValue): void {
    writeAtomically(this.file(type, id), textOfObject(object));
  }

  remove(type: string, id: string): void {
    rmSync(this.file(type, id), { force: true });
  }

  private draft(type: string, object: ObjectValue): string {
    mkdirSync(join(this.folder, type), { recursive: true });
    const draft = join(this.folder, type, `.${randomUUID()}.draft`);
    writeFileSync(draft, textOfObject(object));
    return draft;
  }

  private file(type: string, id: string): string {
    const name = encodeURIComponent(id);
    const short = name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 17)}-${createHash('sha256').update(id).digest('hex').slice(0, 16)}`;
    return join(this.folder, type, `${short}.json`);
  }
}

function textOfObject(object: ObjectValue): string {
  return `${JSON.stringify(object, null, 2)}\n`;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
