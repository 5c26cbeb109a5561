import { LineSplitter, LONGEST_LINE_BYTES } from './line-splitter';

describe('splitting output into lines', () => {
  const whole = Buffer.from('one\ntwö\n\nthree');

  it('gives the same lines however the bytes arrive', () => {
    for (let size = 1; size <= whole.length; size += 1) {
      const splitter = new LineSplitter(0);
      const lines: string[] = [];
      for (let at = 0; at < whole.length; at += size) lines.push(...splitter.push(whole.subarray(at, at + size)).map((line) => line.text));
      expect(lines).toEqual(['one', 'twö', '']);
      expect(splitter.completeOffset).toBe(whole.indexOf('three'));
      expect(splitter.end()).toEqual([{ text: 'three' }]);
      expect(splitter.completeOffset).toBe(whole.length);
    }
  });

  it('can be taken up at the last complete line', () => {
    const first = new LineSplitter(0);
    first.push(whole.subarray(0, 6));
    const second = new LineSplitter(first.completeOffset);
    expect(second.push(whole.subarray(first.completeOffset)).map((line) => line.text)).toEqual(['twö', '']);
    expect(second.completeOffset).toBe(whole.indexOf('three'));
  });

  it('keeps the beginning of a line that never ends, and finds the next one', () => {
    const splitter = new LineSplitter(0);
    const chunk = Buffer.alloc(LONGEST_LINE_BYTES, 'x');
    for (let count = 0; count < 5; count += 1) expect(splitter.push(chunk)).toEqual([]);
    const [huge, next] = splitter.push(Buffer.from('y\nnext\n'));
    expect(huge).toEqual({ text: 'x'.repeat(LONGEST_LINE_BYTES), cutFromBytes: 5 * LONGEST_LINE_BYTES + 1 });
    expect(next).toEqual({ text: 'next' });
    expect(splitter.completeOffset).toBe(5 * LONGEST_LINE_BYTES + 7);
  });

  it('replaces bytes that are not UTF-8', () => {
    expect(new LineSplitter(0).push(Buffer.from([0x61, 0xff, 0x0a]))).toEqual([{ text: 'a\ufffd' }]);
  });
});
