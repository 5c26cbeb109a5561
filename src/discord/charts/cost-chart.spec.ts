import { loadImage } from '@napi-rs/canvas';
import { costChart } from './cost-chart';

const days = Array.from({ length: 30 }, (_, index) => new Date(Date.UTC(2026, 9, 26 + index)).toISOString().slice(0, 10));

describe('the picture of costs', () => {
  it('is a PNG of a size that a phone shows, and the same for the same figures', async () => {
    const course = days.map((day, index) => ({ day, key: index % 2 ? 'vpc' : 'disk', usd: index }));
    const picture = costChart({ days, course, groups: [] }, (key) => key);
    const { width, height } = await loadImage(picture);
    expect([width, height]).toEqual([1_200, 640]);
    expect(picture.equals(costChart({ days, course, groups: [] }, (key) => key))).toBe(true);
    expect(picture.equals(costChart({ days, course: course.slice(0, -1), groups: [] }, (key) => key))).toBe(false);
  });

  it('is drawn of any number of groups, and of names in any script', () => {
    const course = Array.from({ length: 40 }, (_, index) => ({ day: days[index % 30] ?? '', key: `群-${index}-\u202e`, usd: index }));
    expect(costChart({ days, course, groups: [] }, (key) => key).subarray(1, 4).toString()).toBe('PNG');
  });
});
