import { join } from 'node:path';
import { Faults } from './faults';
import { Journal } from './journal';
import { ObjectStore } from './object-store';

/** Where things are kept in a cloud's folder. */
export interface CloudFolder {
  readonly objects: ObjectStore;
  readonly journal: Journal;
  readonly faults: Faults;
}

export const OBJECTS = 'objects';
export const JOURNAL = 'journal.ndjson';

/** Opens the folder of a simulated cloud. Nothing needs to be in it. */
export function openCloudFolder(folder: string): CloudFolder {
  return { objects: new ObjectStore(join(folder, OBJECTS)), journal: new Journal(join(folder, JOURNAL)), faults: new Faults(folder) };
}
