import type { JournalStep } from '../domain/journal';
import { addressesIn, withImports } from './import-blocks';
import { unrecorded } from './reconciliation';

const step = (address: string, phase: JournalStep['phase'], id?: string): JournalStep => ({ address, action: 'create', phase, ...(id !== undefined && { id }) });

describe('what an interrupted run left', () => {
  const configured = new Set(['net.a', 'net.b', 'vm.c']);

  it('is imported where the cloud told its id, and the state does not have it', () => {
    const journal = [step('net.a', 'done', 'id-a'), step('net.b', 'done', 'id-b')];
    expect(unrecorded(journal, ['net.a'], configured)).toEqual({ imports: [{ address: 'net.b', id: 'id-b' }], orphans: [] });
  });

  it('is looked for by a person where the run ended before it was told, or no configuration has it', () => {
    const journal = [step('vm.c', 'begun'), step('old.d', 'done', 'id-d')];
    expect(unrecorded(journal, [], configured)).toEqual({ imports: [], orphans: [{ address: 'old.d', id: 'id-d', reason: 'refused' }, { address: 'vm.c', reason: 'begun' }] });
  });

  it('is looked for also where it is said to have failed, and the newest of several runs counts', () => {
    expect(unrecorded([step('vm.c', 'failed')], [], configured)).toEqual({ imports: [], orphans: [{ address: 'vm.c', reason: 'failed' }] });
    expect(unrecorded([step('vm.c', 'begun'), step('vm.c', 'done', 'id-2')], [], configured).imports).toEqual([{ address: 'vm.c', id: 'id-2' }]);
  });
});

describe('a configuration that imports', () => {
  const configuration = JSON.stringify({ terraform: {}, resource: { net: { a: { name: 'a', lifecycle: [{ prevent_destroy: true }] }, b: [{ name: 'b' }] }, vm: { c: { name: 'c' } } } });

  it('changes nothing of what it imports, and nothing else at all', () => {
    expect(JSON.parse(withImports(configuration, [{ address: 'net.a', id: 'x' }, { address: 'net.b', id: 'y' }]))).toEqual({
      terraform: {},
      resource: { net: { a: { name: 'a', lifecycle: { prevent_destroy: true, ignore_changes: 'all' } }, b: { name: 'b', lifecycle: { ignore_changes: 'all' } } }, vm: { c: { name: 'c' } } },
      import: [{ to: 'net.a', id: 'x' }, { to: 'net.b', id: 'y' }],
    });
  });

  it('takes an id as the text it is', () => {
    expect(withImports(configuration, [{ address: 'vm.c', id: '${file("/etc/passwd")} %{ if true }' }])).toContain('$${file(\\"/etc/passwd\\")} %%{ if true }');
  });

  it('knows what it configures', () => expect([...addressesIn(configuration)]).toEqual(['net.a', 'net.b', 'vm.c']));
});
