import emoji from './emoji.json';

const variation = /\ufe0f/gu;
const known = new RegExp(`(${emoji.map((sign) => sign.replace(variation, '\\ufe0f?')).join('|')})`, 'u');

/** Cuts a text at the emoji that there are pictures of, each with its picture's name. */
export function emojiPieces(text: string): { text: string; picture?: string }[] {
  return text
    .split(known)
    .map((piece, index) => (index % 2 === 0 ? { text: piece } : { text: piece, picture: pictureName(piece) }))
    .filter((piece) => piece.text);
}

function pictureName(sign: string): string {
  const codes = [...sign.replace(variation, '')].map((part) => (part.codePointAt(0) ?? 0).toString(16));
  return `${codes.join('-')}.svg`;
}
