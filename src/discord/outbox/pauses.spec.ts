import { pauseAfter, WHILE_AWAY, WHILE_REFUSED } from './pauses';

const steady = (): number => 0.5;

describe('the pause after a failure', () => {
  it('grows, up to its limit', () => {
    expect([1, 2, 3, 4, 5, 6, 50].map((failures) => pauseAfter(failures, WHILE_AWAY, steady))).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('differs a little each time, so that many do not come back together', () => {
    const pauses = Array.from({ length: 200 }, () => pauseAfter(3, WHILE_AWAY));
    expect(new Set(pauses).size).toBeGreaterThan(100);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(3_000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(5_000);
  });

  it('leaves at most a few requests a minute to what keeps being refused', () => {
    let atMs = 0;
    const asked = Array.from({ length: 30 }, (_, index) => (atMs += pauseAfter(index + 1, WHILE_REFUSED, () => 0)));
    const inAnyMinute = asked.map((from) => asked.filter((at) => at >= from && at < from + 60_000).length);
    expect(Math.max(...inAnyMinute)).toBeLessThanOrEqual(3);
  });
});
