import { bool, bytes, decodeMessage, encodeMessage, int, mapOf, message, optionalInt, repeated, string, type Message } from './message';

interface Leaf {
  name: string;
  position: number | undefined;
}
interface Tree {
  title: string;
  open: boolean;
  size: number;
  raw: Uint8Array;
  leaf: Leaf | undefined;
  leaves: Leaf[];
  byName: Record<string, Leaf>;
}

const leaf: Message<Leaf> = { name: string(1), position: optionalInt(2) };
const tree: Message<Tree> = {
  title: string(1),
  open: bool(2),
  size: int(3),
  raw: bytes(4),
  leaf: message(5, () => leaf),
  leaves: repeated(6, () => leaf),
  byName: mapOf(7, () => leaf),
};

const EMPTY: Tree = { title: '', open: false, size: 0, raw: new Uint8Array(), leaf: undefined, leaves: [], byName: {} };

describe('messages on the wire', () => {
  it('come back as they went', () => {
    const sent: Tree = {
      title: 'Ahorn, 樹',
      open: true,
      size: 300,
      raw: new Uint8Array([0, 1, 255]),
      leaf: { name: 'a', position: 0 },
      leaves: [{ name: '', position: undefined }, { name: 'b', position: 7 }],
      byName: { c: { name: 'c', position: undefined } },
    };
    expect(decodeMessage(tree, encodeMessage(tree, sent))).toEqual(sent);
  });

  it('are as protobuf has them', () => {
    expect(Buffer.from(encodeMessage(tree, { ...EMPTY, title: 'hi', size: 150 })).toString('hex')).toBe('0a026869189601');
  });

  it('leave out what is zero, and read it as zero', () => {
    expect(encodeMessage(tree, EMPTY)).toHaveLength(0);
    expect(decodeMessage(tree, new Uint8Array())).toEqual(EMPTY);
  });

  it('pass over fields that nobody knows', () => {
    const newer: Message<{ title: string; unheardOf: string; number: number }> = { title: string(1), unheardOf: string(90), number: int(91) };
    const wire = encodeMessage(newer, { title: 'hi', unheardOf: 'news', number: 5 });
    expect(decodeMessage(tree, wire)).toEqual({ ...EMPTY, title: 'hi' });
  });
});
