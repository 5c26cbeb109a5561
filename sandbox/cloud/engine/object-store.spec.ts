import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObjectStore } from './object-store';

describe('the objects of a cloud', () => {
  let folder: string;
  let store: ObjectStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'objects-'));
    store = new ObjectStore(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are there once created, and gone once removed', () => {
    expect(store.find('network', 'p/a')).toBeUndefined();
    expect(store.create('network', 'p/a', { id: 'p/a', size: 1 })).toBe(true);
    store.replace('network', 'p/a', { id: 'p/a', size: 2 });
    expect(store.list('network')).toEqual([{ id: 'p/a', size: 2 }]);
    store.remove('network', 'p/a');
    store.remove('network', 'p/a');
    expect([store.list('network'), store.list('unheard of')]).toEqual([[], []]);
  });

  it('are created once only, and leave no drafts', () => {
    expect([store.create('network', 'a', { id: 'first' }), store.create('network', 'a', { id: 'second' })]).toEqual([true, false]);
    expect(store.find('network', 'a')).toEqual({ id: 'first' });
    expect(readdirSync(join(folder, 'network'))).toEqual(['a.json']);
  });

  it('may have ids that no file system would take', () => {
    const ids = ['../../up', `${'x'.repeat(300)}1`, `${'x'.repeat(300)}2`, 'ä/ö'];
    for (const id of ids) expect(store.create('network', id, { id })).toBe(true);
    expect(ids.map((id) => store.find('network', id)?.id)).toEqual(ids);
    expect(readdirSync(folder)).toEqual(['network']);
  });
});
