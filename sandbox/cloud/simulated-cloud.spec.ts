import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCloudFolder } from './engine/cloud-folder';
import { SimulatedCloud } from './simulated-cloud';

describe('looking into a simulated cloud', () => {
  let folder: string;
  let cloud: SimulatedCloud;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cloud-'));
    cloud = new SimulatedCloud(folder);
    const { objects, journal } = openCloudFolder(folder);
    for (const name of ['a', 'b']) {
      objects.create('google_storage_bucket', name, { id: name, name });
      journal.add('create', 'google_storage_bucket', name, name);
    }
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('shows what exists, and what was ever done', () => {
    expect(cloud.list().map(({ type, name }) => `${type} ${name}`).sort()).toEqual(['google_storage_bucket a', 'google_storage_bucket b']);
    expect(cloud.list('google_compute_network')).toEqual([]);
    expect(cloud.journal().map(({ action, id }) => `${action} ${id}`)).toEqual(['create a', 'create b']);
  });

  it('counts creations, whether or not the objects still exist', () => {
    cloud.remove('google_storage_bucket', 'a');
    expect([cloud.list().length, cloud.creations(), cloud.creations('a'), cloud.creations('c')]).toEqual([1, 2, 1, 0]);
  });

  it('uses up faults over all that look, and forgets the use when they are set anew', () => {
    const fault = { action: 'create', error: 'no', times: 1 } as const;
    const strikes = (): boolean => openCloudFolder(folder).faults.claim('google_storage_bucket', 'create', 'x') !== undefined;
    cloud.setFaults([{ ...fault, type: 'google_compute_network' }, fault]);
    expect([strikes(), strikes()]).toEqual([true, false]);
    cloud.setFaults([fault]);
    expect(strikes()).toBe(true);
  });

  it('can be emptied, and keeps its key', () => {
    writeFileSync(join(folder, 'sandbox.key'), 'key');
    cloud.setFaults([{ error: 'no' }]);
    cloud.clear();
    expect([cloud.list(), cloud.journal(), openCloudFolder(folder).faults.claim('any', 'create', 'x')]).toEqual([[], [], undefined]);
    expect(existsSync(join(folder, 'sandbox.key'))).toBe(true);
  });
});
