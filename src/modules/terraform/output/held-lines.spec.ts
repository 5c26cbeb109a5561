import { Redactor } from '../redaction/redactor';
import { HeldLines } from './held-lines';

const SECRET = 'a-very-secret-value-of-it';
const PIECES = [SECRET.slice(0, 8), SECRET.slice(8, 16), SECRET.slice(16)] as const;
const message = (text: string): string => JSON.stringify({ '@level': 'info', '@message': `terraform_data.loud: (local-exec): ${text}`, type: 'provision_progress' });

describe('output that comes in pieces', () => {
  const redactor = new Redactor([SECRET]);

  it.each([['as text', (text: string) => text], ['as messages', message]])('keeps the beginnings of a secret back, %s, and where they begin', (_, printed) => {
    const held = new HeldLines();
    const lines = PIECES.map((piece) => ({ text: printed(piece) }));
    const bytes = lines.map(({ text }) => Buffer.byteLength(text) + 1);
    expect(held.take([{ text: 'before' }, lines[0]!], 7 + bytes[0]!, redactor)).toEqual({ lines: [{ text: 'before' }], offset: 7 });
    expect(held.take([lines[1]!], 7 + bytes[0]! + bytes[1]!, redactor)).toEqual({ lines: [], offset: 7 });
    const to = 7 + bytes[0]! + bytes[1]! + bytes[2]!;
    expect(held.take([lines[2]!], to, redactor)).toEqual({ lines, offset: to });
  });

  it('lets go of what was no beginning, and at the end of everything', () => {
    const held = new HeldLines();
    expect(held.take([{ text: PIECES[0] }], 9, redactor).lines).toEqual([]);
    expect(held.release(9).lines).toEqual([]);
    expect(held.take([{ text: 'something else' }], 24, redactor)).toEqual({ lines: [{ text: PIECES[0] }, { text: 'something else' }], offset: 24 });
    expect(held.take([{ text: PIECES[0] }], 33, redactor).lines).toEqual([]);
    expect(held.release(33, true)).toEqual({ lines: [{ text: PIECES[0] }], offset: 33 });
  });
});
