import { rangesIn, whyNotRanges } from './address-range';

describe('address ranges', () => {
  it.each(['10.0.0.0/8', '10.10.0.0/20, 10.10.16.0/20', '172.31.255.248/29', '192.168.0.0/16,10.0.0.0/16'])('takes %j', (text) => {
    expect(whyNotRanges(text)).toBeUndefined();
  });

  it.each([
    ['10.0.0.0', 'is not a list'],
    ['10.0.0.0/33', 'is not a list'],
    ['10.0.0.256/24', 'is not a list'],
    ['010.0.0.0/24', 'is not a list'],
    ['10.0.0.0/24,', 'is not a list'],
    ['10.0.0.1/24', 'does not begin at a /24 boundary'],
    ['10.0.0.0/30', 'is not between /8 and /29'],
    ['0.0.0.0/0', 'is not between /8 and /29'],
    ['8.8.8.0/24', 'is not private'],
    ['172.32.0.0/16', 'is not private'],
    ['172.0.0.0/8', 'is not private'],
    ['10.0.0.0/16, 10.0.3.0/24', 'has 10.0.3.0/24, which overlaps another'],
    ['10.0.3.0/24, 10.0.0.0/16', 'has 10.0.0.0/16, which overlaps another'],
    ['10.0.0.0/24,10.0.1.0/24,10.0.2.0/24,10.0.3.0/24,10.0.4.0/24,10.0.5.0/24', 'has more than 5'],
  ])('refuses %j, which %s', (text, reason) => {
    expect(whyNotRanges(text)).toContain(reason);
  });

  it('reads a list with or without spaces', () => {
    expect(rangesIn('10.0.0.0/24,10.0.1.0/24 , 10.0.2.0/24')).toEqual(['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']);
  });
});
