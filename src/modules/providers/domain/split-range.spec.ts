import { sixteenthOf } from './split-range';

describe('splitting a range', () => {
  it.each([['10.10.0.0/16', 0, '10.10.0.0/20'], ['10.10.0.0/16', 8, '10.10.128.0/20'], ['10.10.0.0/16', 15, '10.10.240.0/20'], ['192.168.4.0/24', 3, '192.168.4.48/28'], ['172.31.0.0/20', 1, '172.31.1.0/24']])('%s, part %d, is %s', (range, at, part) => {
    expect(sixteenthOf(range, at)).toBe(part);
  });
});
