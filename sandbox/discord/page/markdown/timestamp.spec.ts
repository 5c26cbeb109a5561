import { formatTimestamp, messageTime } from './timestamp';

const british = { locale: 'en-GB', timeZone: 'UTC' };
const unix = 1_767_281_400; // 2026-01-01T15:30:00Z

describe('Discord timestamps', () => {
  it.each([
    ['t', '15:30'],
    ['T', '15:30:00'],
    ['d', '01/01/2026'],
    ['D', '1 January 2026'],
    ['f', '1 January 2026 at 15:30'],
    ['F', 'Thursday 1 January 2026 at 15:30'],
    [undefined, '1 January 2026 at 15:30'],
  ])('in style %s', (style, words) => {
    const plain = (value: string) => value.replace(/^(\w+day),? /, '$1 ');
    expect(plain(formatTimestamp(unix, style, 0, british))).toBe(plain(words));
  });

  it.each([
    [unix * 1000, 'in 0 seconds'],
    [(unix - 25) * 1000, 'in 25 seconds'],
    [(unix - 8 * 3600) * 1000, 'in 8 hours'],
    [(unix + 120) * 1000, '2 minutes ago'],
    [(unix + 86_400 * 3) * 1000, '3 days ago'],
  ])('relative to %d', (nowMs, words) => {
    expect(formatTimestamp(unix, 'R', nowMs, british)).toBe(words);
  });

  it('survive a number that is no date', () => {
    expect(formatTimestamp(Number.NaN, 'R', 0)).toBe('Invalid date');
  });
});

describe('the time above a message', () => {
  it.each([
    ['2026-01-02T15:05:00Z', '15:05'],
    ['2026-01-01T15:05:00Z', 'Yesterday at 15:05'],
    ['2025-12-01T15:05:00Z', '01/12/2025 15:05'],
  ])('%s', (timestamp, words) => {
    expect(messageTime(timestamp, Date.parse('2026-01-02T22:00:00Z'), british)).toBe(words);
  });
});
