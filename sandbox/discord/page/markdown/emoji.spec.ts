import { emojiPieces } from './emoji-pieces';

describe('emoji in a text', () => {
  it('are cut out with the names of their pictures', () => {
    expect(emojiPieces('done ✅, mind ⚠️ and ⚠')).toEqual([
      { text: 'done ' },
      { text: '✅', picture: '2705.svg' },
      { text: ', mind ' },
      { text: '⚠️', picture: '26a0.svg' },
      { text: ' and ' },
      { text: '⚠', picture: '26a0.svg' },
    ]);
  });

  it('stay text where there is no picture', () => {
    expect(emojiPieces('plain → 👩‍💻').some(({ picture }) => picture === undefined)).toBe(true);
    expect(emojiPieces('')).toEqual([]);
  });
});
