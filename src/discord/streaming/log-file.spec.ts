import { gunzipSync } from 'node:zlib';
import { byMessage, logFiles } from './log-file';

async function* parts(...texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) yield await Promise.resolve(text);
}

const MIB = 1024 * 1024;

describe('the whole log', () => {
  it('is one file to read', async () => {
    const [file, ...more] = await logFiles('web-1', parts('    1  one\n', '    2  two\n'));
    expect(file?.name).toBe('web-1.log');
    expect(String(file?.data)).toBe('    1  one\n    2  two\n');
    expect(more).toEqual([]);
  });

  it('says so where there is nothing', async () => {
    expect(String((await logFiles('web-1', parts()))[0]?.data)).toBe('Terraform printed nothing.\n');
  });

  it('is compressed, in files that end with a line, where it is very long', async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => `${String(index).padStart(5)} ${'x'.repeat(4_000)}\n`);
    const files = await logFiles('web-1', parts(lines.slice(0, 1_000).join(''), lines.slice(1_000).join('')));
    expect(files.map(({ name }) => name)).toEqual(['web-1-1.log.gz', 'web-1-2.log.gz']);
    const texts = files.map(({ data }) => gunzipSync(data).toString());
    expect(texts.every((text) => text.endsWith('x\n') && text.length <= 8 * MIB)).toBe(true);
    expect(texts.join('')).toBe(lines.join(''));
  });

  it('goes into as many messages as it needs', () => {
    const file = (mib: number): { name: string; data: Buffer } => ({ name: 'part', data: Buffer.alloc(mib * MIB) });
    expect(byMessage([file(8), file(8), file(8), file(8)]).map((files) => files.length)).toEqual([3, 1]);
    expect(byMessage(Array.from({ length: 23 }, () => file(0))).map((files) => files.length)).toEqual([10, 10, 3]);
    expect(byMessage([])).toEqual([[]]);
  });
});
