import type { PricedComponent } from './component-cost';
import { estimateCost } from './cost-estimate';

const machine = (sku: string, usd?: number, date = '2026-01-01'): PricedComponent => ({ label: 'Machine', sku, region: 'here', hoursPerMonth: 730, quantity: 1, unit: 'hour', ...(usd !== undefined && { price: { usd, date, source: 'a list' } }) });
const disk = (quantity: number): PricedComponent => ({ label: 'Disk', sku: 'disk/ssd', region: 'here', hoursPerMonth: 730, quantity, unit: 'gb_month', price: { usd: 0.1, date: '2025-06-01', source: 'a list' } });
const web = { address: 'vm.web', type: 'vm', change: 'create' as const };

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
    const traffic: PricedComponent = { label: 'Traffic out', sku: 'traffic/out', region: 'here', hoursPerMonth: 730, quantity: 0, unit: 'gb_month', assumption: 'none is counted' };
    expect(estimateCost([{ address: 'net.main', type: 'net', change: 'create', after: [] }, { ...web, after: [traffic] }])).toMatchObject({
      complete: true, monthlyUsd: 0, oldestPriceDate: null,
      lines: [{ description: 'No charge', monthlyUsd: 0 }, { description: 'Traffic out (by use)', monthlyUsd: 0, assumption: 'none is counted' }],
    });
  });

  it('is complete and empty for an empty plan', () => {
    expect(estimateCost([])).toMatchObject({ hourlyUsd: 0, monthlyUsd: 0, complete: true, lines: [], oldestPriceDate: null });
  });

  it('says which price was used for how many of what, and what is done to the resource', () => {
    const [line] = estimateCost([{ ...web, change: 'update', before: [disk(20)], after: [disk(50)] }]).lines;
    expect(line).toMatchObject({ change: 'update', billing: 'fixed', quantityBefore: 20, quantity: 50, price: { sku: 'disk/ssd', region: 'here', unit: 'gb_month', usd: 0.1 }, priceSource: 'a list' });
  });

  it('bills no more hours than the provider does', () => {
    const droplet: PricedComponent = { label: 'Machine', sku: 'vm/s', region: 'here', quantity: 1, unit: 'month', hoursPerMonth: 672, price: { usd: 6, date: '2026-01-01', source: 'a list' } };
    expect(estimateCost([{ ...web, after: [droplet] }])).toMatchObject({ monthlyUsd: 6, hourlyUsd: 6 / 672 });
    expect(estimateCost([{ ...web, after: [{ ...droplet, unit: 'hour' }] }])).toMatchObject({ monthlyUsd: 6 * 672, hourlyUsd: 6 });
  });
});
