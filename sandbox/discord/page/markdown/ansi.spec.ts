import { ansiRuns } from './ansi';

describe('an ansi code block', () => {
  it('is cut into runs of one style', () => {
    expect(ansiRuns('a\u001b[1;32mb\u001b[0m\u001b[4;41mc')).toEqual([
      { text: 'a' },
      { text: 'b', bold: true, foreground: 'green' },
      { text: 'c', underline: true, background: 'red' },
    ]);
  });

  it('reads bright colours as the plain ones', () => {
    expect(ansiRuns('\u001b[91mx\u001b[m y')).toEqual([{ text: 'x', foreground: 'red' }, { text: ' y' }]);
  });

  it('drops escapes that Discord does not know', () => {
    expect(ansiRuns('\u001b[2K\u001b[38;mx')).toEqual([{ text: 'x' }]);
  });
});
