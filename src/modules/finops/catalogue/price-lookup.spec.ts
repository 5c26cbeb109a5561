import { lookupIn } from './price-lookup';

const listed = { date: '2026-01-01', source: 'a list' };
const lookup = lookupIn([
  { sku: 'vm/small', region: 'here', unit: 'hour', usd: 1, ...listed },
  { sku: 'address', region: 'global', unit: 'hour', usd: 2, ...listed },
]);

describe('looking up a price', () => {
  it('knows no price where none is listed, whatever other regions cost', () => {
    expect(lookup('vm/small', 'here', 'hour')?.usd).toBe(1);
    expect(lookup('vm/small', 'there', 'hour')).toBeUndefined();
    expect(lookup('vm/small', 'here', 'month')).toBeUndefined();
  });

  it('takes a price that is the same everywhere', () => {
    expect(lookup('address', 'anywhere', 'hour')?.usd).toBe(2);
  });
});
