const LONGEST_ERROR = 600;

/** An error as one readable paragraph: its summary, then its detail, shortened at a word's end. */
export function errorInWords(summary: string, detail = ''): string {
  const text = [summary, detail].map((part) => part.replace(/\s+/g, ' ').trim()).filter(Boolean).join(summary.trim().endsWith('.') ? ' ' : ': ');
  if (text.length <= LONGEST_ERROR) return text;
  const cut = text.slice(0, LONGEST_ERROR);
  const end = cut.lastIndexOf(' ');
  return `${end > LONGEST_ERROR / 2 ? cut.slice(0, end) : cut}…`;
}

/** The first error in what a command printed for people, taken out of the box that is drawn around it. */
export function plainError(text: string): string {
  const plain = text.replace(/[╷│╵]/g, ' ');
  const start = plain.indexOf('Error: ');
  return errorInWords(start === -1 ? plain : plain.slice(start + 'Error: '.length));
}
