import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLines } from './output-file';

describe('reading a file that is being written', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'output-')), 'output.jsonl');

  it('gives complete lines only, and goes on where it stopped', async () => {
    writeFileSync(file, 'one\ntwo\nthr');
    const first = await readLines(file, 0, false);
    expect(first).toEqual({ lines: ['one', 'two'], offset: 8 });
    appendFileSync(file, 'ee\nfour');
    expect(await readLines(file, first.offset, false)).toEqual({ lines: ['three'], offset: 14 });
    expect(await readLines(file, 14, true)).toEqual({ lines: ['four'], offset: 18 });
    expect(await readLines(file, 18, true)).toEqual({ lines: [], offset: 18 });
  });

  it('keeps of a line of 5 MB its beginning, and nothing of it twice', async () => {
    writeFileSync(file, `${'x'.repeat(5_000_000)}\nnext\n`);
    const { lines, offset } = await readLines(file, 0, false);
    expect(lines.map((line) => line.length)).toEqual([64 * 1024, 4]);
    expect(offset).toBe(5_000_006);
  });

  it('takes bytes that are not UTF-8, and lines that cross a chunk', async () => {
    writeFileSync(file, Buffer.concat([Buffer.from([0x61, 0xff, 0xfe, 0x0a]), Buffer.from(`${'y'.repeat(300_000)}\nend\n`)]));
    const { lines } = await readLines(file, 0, false);
    expect(lines[0]).toBe('a\ufffd\ufffd');
    expect(lines[2]).toBe('end');
  });

  it('reads many lines in several turns without losing one', async () => {
    const all = Array.from({ length: 1_777 }, (_, index) => `line ${index}`);
    writeFileSync(file, `${all.join('\n')}\n`);
    const read: string[] = [];
    for (let offset = 0, more = true; more; ) {
      const turn = await readLines(file, offset, false);
      more = turn.offset > offset;
      offset = turn.offset;
      read.push(...turn.lines);
    }
    expect(read).toEqual(all);
  });

  it('finds nothing in a file that is not there', async () => {
    expect(await readLines(`${file}.gone`, 0, true)).toEqual({ lines: [], offset: 0 });
  });
});
