import { html } from 'lit';
import { emojiPieces } from './emoji-pieces';

/** The text with the emoji that the bundle holds pictures of drawn as Discord draws them. They stay text to select and to find. */
export function withEmoji(text: string): unknown {
  const pieces = emojiPieces(text);
  if (pieces.every(({ picture }) => !picture)) return text;
  return pieces.map(({ text: piece, picture }) =>
    picture ? html`<span class="emoji" style=${`background-image: url("./emoji/${picture}")`}>${piece}</span>` : piece,
  );
}
