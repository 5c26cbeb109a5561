import type { PricedComponent } from './component-cost';
import { estimateCost } from './cost-estimate';

const machine = (sku: string, usd?: number, date = '2026-01-01'): PricedComponent => ({ label: 'Machine', sku, quantity: 1, unit: 'hour', ...(usd !== undefined && { price: { usd, date, source: 'a list' } }) });
const disk = (quantity: number): PricedComponent => ({ label: 'Disk', sku: 'disk/ssd', quantity, unit: 'gb_month', price: { usd: 0.1, date: '2025-06-01', source: 'a list' } });
const web = { address: 'vm.web', type: 'vm' };

describe('estimating what a plan costs', () => {
  it('counts 730 hours a month, and turns monthly prices into hourly ones', () => {
    const cost = estimateCost([{ ...web, after: [machine('vm/small', 0.02), disk(73)] }]);
    expect(cost.hourlyUsd).toBeCloseTo(0.02 + 7.3 / 730, 10);
    expect(cost.monthlyUsd).toBeCloseTo(0.02 * 730 + 7.3, 10);
    expect(cost).toMatchObject({ hourlyBeforeUsd: 0, complete: true, oldestPriceDate: '2025-06-01', lines: [
      { address: 'vm.web', description: 'Machine (small)', priceDate: '2026-01-01', priceSource: 'a list' },
      { description: 'Disk (73 GB ssd)' },
    ] });
  });

  it('shows a change as its difference, part by part', () => {
    const cost = estimateCost([{ ...web, before: [machine('vm/small', 0.02), disk(20)], after: [machine('vm/large', 0.08), disk(20)] }]);
    expect(cost.differenceHourlyUsd).toBeCloseTo(0.06, 10);
    expect(cost.differenceMonthlyUsd).toBeCloseTo(0.06 * 730, 10);
    expect(cost.lines.map(({ description }) => description)).toEqual(['Machine (small → large)', 'Disk (20 GB ssd)']);
  });

  it('shows a destroy as its saving', () => {
    const cost = estimateCost([{ ...web, before: [disk(20)] }]);
    expect(cost).toMatchObject({ monthlyUsd: 0, monthlyBeforeUsd: 2, differenceMonthlyUsd: -2, complete: true, lines: [{ monthlyUsd: 0, monthlyBeforeUsd: 2, priceDate: '2025-06-01' }] });
  });

  it('never takes a missing price for nothing', () => {
    const cost = estimateCost([{ ...web, after: [machine('vm/odd'), disk(20)] }]);
    expect(cost).toMatchObject({ monthlyUsd: 2, complete: false, lines: [{ hourlyUsd: null, monthlyUsd: null, priceDate: null }, { monthlyUsd: 2 }] });
  });

  it('never takes an unknown resource for nothing, before or after', () => {
    expect(estimateCost([{ ...web, after: 'unknown' }])).toMatchObject({ complete: false, lines: [{ description: 'vm', monthlyUsd: null, monthlyBeforeUsd: 0 }] });
    expect(estimateCost([{ ...web, before: 'unknown' }])).toMatchObject({ complete: false, lines: [{ monthlyUsd: 0, monthlyBeforeUsd: null }] });
    expect(estimateCost([{ ...web, before: 'unknown', after: [disk(20)] }])).toMatchObject({ complete: false, monthlyUsd: 2 });
  });

  it('says that a free resource is free, and lists what is billed by use with its assumption', () => {
    const traffic: PricedComponent = { label: 'Traffic out', sku: 'traffic/out', quantity: 0, unit: 'gb_month', assumption: 'none is counted' };
    expect(estimateCost([{ address: 'net.main', type: 'net', after: [] }, { ...web, after: [traffic] }])).toMatchObject({
      complete: true, monthlyUsd: 0, oldestPriceDate: null,
      lines: [{ description: 'No charge', monthlyUsd: 0 }, { description: 'Traffic out (by use)', monthlyUsd: 0, assumption: 'none is counted' }],
    });
  });

  it('is complete and empty for an empty plan', () => {
    expect(estimateCost([])).toMatchObject({ hourlyUsd: 0, monthlyUsd: 0, complete: true, lines: [], oldestPriceDate: null });
  });
});
