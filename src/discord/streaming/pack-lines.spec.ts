import fc from 'fast-check';
import type { RunLine } from '../../modules/terraform';
import { block, takeLines, takeNewest } from './pack-lines';

const line = (number: number, text: string, kind: RunLine['kind'] = 'progress', level: RunLine['level'] = 'info'): RunLine => ({ number, at: new Date(0), level, kind, text });
const texts = fc.array(fc.oneof(fc.string({ maxLength: 5_000 }), fc.constantFrom('```', '``````', '\u001b[0m', '', 'x'.repeat(400), 'y'.repeat(599))), { minLength: 1, maxLength: 80 });

describe('packing lines into messages', () => {
  it('loses none, doubles none, and never makes a message too long or its fence leaky', () => {
    fc.assert(fc.property(texts, (all) => {
      let rest = all.map((text, index) => line(index + 1, text));
      const shown: number[] = [];
      while (rest.length > 0) {
        const taken = takeLines(rest);
        expect(taken.length).toBeGreaterThan(0);
        expect(block(taken).length).toBeLessThanOrEqual(2_000);
        expect(block(taken).match(/```/g)).toHaveLength(2);
        shown.push(...taken.map(({ number }) => number));
        rest = rest.slice(taken.length);
      }
      expect(shown).toEqual(all.map((_, index) => index + 1));
    }));
  });

  it('shows the newest lines in a live tail', () => {
    const tail = takeNewest(Array.from({ length: 500 }, (_, index) => line(index + 1, `line ${index + 1} ${'x'.repeat(50)}`)));
    expect(tail.at(-1)?.number).toBe(500);
    expect(block(tail).length).toBeLessThanOrEqual(2_000);
    expect(tail.map(({ number }) => number)).toEqual(Array.from({ length: tail.length }, (_, index) => 501 - tail.length + index));
  });

  it('colours what is done green and errors red', () => {
    expect(block([line(1, 'made', 'result'), line(2, 'broke', 'result', 'error'), line(3, 'going on')])).toBe('```ansi\n\u001b[32mmade\u001b[0m\n\u001b[31mbroke\u001b[0m\ngoing on\n```');
  });
});
