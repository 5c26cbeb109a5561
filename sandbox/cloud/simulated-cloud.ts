import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { JOURNAL, OBJECTS, openCloudFolder, type CloudFolder } from './engine/cloud-folder';
import type { Fault } from './engine/faults';
import type { JournalEntry } from './engine/journal';
import { nameOf } from './engine/operations';
import { textOf, type ObjectValue } from './engine/value';

export type { Fault, JournalEntry };

/** Something that exists in the cloud. */
export interface CloudObject {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly values: ObjectValue;
}

/** A look into the folder of a simulated cloud, and a hand in it. Nothing is cached: any process may change it at any time. */
export class SimulatedCloud {
  private readonly folder: CloudFolder;

  constructor(private readonly directory: string) {
    this.folder = openCloudFolder(directory);
  }

  /** What exists, of one Terraform resource type or of all. */
  list(type?: string): CloudObject[] {
    const types = type === undefined ? this.folder.objects.types() : [type];
    return types.flatMap((one) =>
      this.folder.objects.list(one).map((values) => ({ type: one, id: textOf(values.id) ?? '', name: nameOf(values), values })),
    );
  }

  /** Everything that was ever created, updated and deleted, in order. */
  journal(): JournalEntry[] {
    return this.folder.journal.entries();
  }

  /** How often an object with this id or name was created; of any, where none is given. */
  creations(idOrName?: string): number {
    const created = this.journal().filter((entry) => entry.action === 'create');
    return created.filter(({ id, name }) => idOrName === undefined || id === idOrName || name === idOrName).length;
  }

  /** Replaces the failures to come; an empty list ends them. */
  setFaults(faults: readonly Fault[]): void {
    this.folder.faults.set(faults);
  }

  /** Makes an object vanish behind Terraform's back. */
  remove(type: string, id: string): void {
    this.folder.objects.remove(type, id);
  }

  /** An empty cloud without faults and without a past. Its key stays. */
  clear(): void {
    this.setFaults([]);
    rmSync(join(this.directory, OBJECTS), { recursive: true, force: true });
    rmSync(join(this.directory, JOURNAL), { force: true });
  }
}
