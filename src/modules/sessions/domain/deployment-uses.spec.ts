import type { CostLine } from '../../finops';
import { bare, plannedAddresses, usesOf } from './deployment-uses';

const line = (address: string, monthlyUsd: number | null, change: CostLine['change'] = 'create', monthlyBeforeUsd = 0): CostLine => ({
  address, change, billing: monthlyUsd === null ? 'unknown' : 'fixed', price: null, quantityBefore: 0, quantity: 1, description: 'It', hourlyUsd: monthlyUsd, monthlyUsd, hourlyBeforeUsd: 0, monthlyBeforeUsd, priceDate: null, priceSource: null,
});
const plan = (lines: readonly CostLine[]) => ({
  parts: [{ kind: 'compute_vm', name: 'a', addresses: ['vm.a', 'ip.a'] }, { kind: 'compute_vm', name: 'b', addresses: ['vm.b'] }, { kind: 'vpc', name: 'n', addresses: ['net.n'] }],
  cost: { lines, hourlyUsd: 0, monthlyUsd: 0, hourlyBeforeUsd: 0, monthlyBeforeUsd: 0, differenceHourlyUsd: 0, differenceMonthlyUsd: 0, complete: true, oldestPriceDate: null },
});
const all = plan([line('vm.a', 10), line('ip.a', 2), line('vm.b', 10), line('net.n', 0), line('group.x', 1)]);

describe('what a deployment has after an apply', () => {
  it('is everything where everything exists, by kind, with what no kind stands for beside it', () => {
    expect(usesOf(all, () => true)).toEqual([
      { kind: 'compute_vm', count: 2, monthlyUsd: 22, complete: true }, { kind: 'vpc', count: 1, monthlyUsd: 0, complete: true }, { kind: 'other', count: 0, monthlyUsd: 1, complete: true },
    ]);
  });

  it('is only what exists, after a failure in the middle', () => {
    expect(usesOf(all, (address) => address === 'ip.a')).toEqual([{ kind: 'compute_vm', count: 1, monthlyUsd: 2, complete: true }]);
    expect(usesOf(all, () => false)).toEqual([]);
  });

  it('costs what it did, where it was to be destroyed and exists still', () => {
    expect(usesOf(plan([line('vm.a', 0, 'delete', 10)]), (address) => address === 'vm.a')).toEqual([{ kind: 'compute_vm', count: 1, monthlyUsd: 10, complete: true }]);
  });

  it('is never taken for free where its price is not known', () => {
    expect(usesOf(plan([line('vm.a', null)]), (address) => address === 'vm.a')).toEqual([{ kind: 'compute_vm', count: 1, monthlyUsd: 0, complete: false }]);
    expect(usesOf(plan([]), (address) => address === 'net.n')).toEqual([{ kind: 'vpc', count: 1, monthlyUsd: 0, complete: false }]);
  });

  it('may be all that was planned, but for what was to go', () => {
    expect(plannedAddresses(plan([line('vm.a', 0, 'delete', 10), line('vm.c[0]', 1)]))).toEqual(['ip.a', 'vm.b', 'net.n', 'vm.c']);
    expect(bare('vm.c["x"]')).toBe('vm.c');
  });
});
