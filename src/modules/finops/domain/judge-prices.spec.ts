import type { ListPrice, ReadPrice } from '../../providers';
import { judgePrices } from './judge-prices';

const from = { date: '2026-11-01', source: 'an API' };
const known: ListPrice = { sku: 'vm/small', region: 'here', unit: 'hour', usd: 0.02, date: '2026-01-01', source: 'a list' };
const read = (amount: number, change: Partial<ReadPrice> = {}): ReadPrice => ({ sku: 'vm/small', region: 'here', unit: 'hour', amount, currency: 'USD', ...change });

describe('judging prices that an API told', () => {
  it('takes what is near to what is known, and what is new', () => {
    expect(judgePrices([read(0.021), read(3, { sku: 'vm/new' }), read(0, { sku: 'free' })], [known], from).accepted).toEqual([
      { sku: 'vm/small', region: 'here', unit: 'hour', usd: 0.021, ...from }, { sku: 'vm/new', region: 'here', unit: 'hour', usd: 3, ...from }, { sku: 'free', region: 'here', unit: 'hour', usd: 0, ...from },
    ]);
  });

  it.each([
    ['negative', read(-0.02), 'it is negative'], ['no number', read(Number.NaN), 'it is no number'], ['endless', read(Number.POSITIVE_INFINITY), 'it is no number'],
    ['in another currency', read(0.02, { currency: 'EUR' }), 'it is in EUR, not in USD'], ['in none', read(0.02, { currency: '' }), 'it is in no currency'],
    ['10,000 times the last one', read(200), 'it was 0.02 and is said to be 200'], ['a ten-thousandth of it', read(0.000002), 'it was 0.02'], ['nothing where it was something', read(0), 'it was 0.02 and is said to be 0'],
    ['absurd, also where none is known', read(1e9, { sku: 'vm/new' }), 'nothing costs'],
  ])('holds back one that is %s', (_, price, reason) => {
    const { accepted, heldBack } = judgePrices([price], [known], from);
    expect(accepted).toEqual([]);
    expect(heldBack).toEqual([{ price, reason: expect.stringContaining(reason) as string }]);
  });

  it('believes neither of two that contradict each other, and takes the same one twice for one', () => {
    expect(judgePrices([read(0.021), read(0.022)], [known], from)).toMatchObject({ accepted: [], heldBack: [{ reason: 'it is told 2 times, differently' }, {}] });
    expect(judgePrices([read(0.021), read(0.021)], [known], from).accepted).toHaveLength(1);
  });
});
