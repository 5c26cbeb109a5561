import fc from 'fast-check';
import { parseMarkdown, type MarkdownNode } from './markdown';

const text = (content: string): MarkdownNode => ({ type: 'text', content });

describe('reading Discord markdown', () => {
  it('reads the inline marks', () => {
    expect(parseMarkdown('**b** *i* __u__ ~~s~~ `c` ||p||').filter(({ type }) => type !== 'text')).toEqual([
      { type: 'strong', content: [text('b')] },
      { type: 'em', content: [text('i')] },
      { type: 'underline', content: [text('u')] },
      { type: 'strikethrough', content: [text('s')] },
      { type: 'inlineCode', content: 'c' },
      { type: 'spoiler', content: [text('p')] },
    ]);
  });

  it('leaves escaped marks, words with underscores and emoji in one piece', () => {
    expect(parseMarkdown('\\*not\\* compute_vm_small 😀 👩‍💻')).toEqual([text('*not* compute_vm_small 😀 👩‍💻')]);
  });

  it('keeps a fenced block as it is, with its language', () => {
    expect(parseMarkdown('```ansi\n\u001b[32m**x**\u001b[0m\n```\nafter')).toEqual([
      { type: 'codeBlock', lang: 'ansi', content: '\u001b[32m**x**\u001b[0m', inQuote: false },
      text('after'),
    ]);
  });

  it('reads headings, small print and quotes at the start of a line only', () => {
    const types = (source: string) => parseMarkdown(source).map(({ type }) => type);
    expect(types('# One\n-# small\n> quoted\n## Two')).toEqual(['heading', 'subtext', 'blockQuote', 'heading']);
    expect(types('a # b > c -# d')).toEqual(['text']);
  });

  it('reads nested and numbered lists', () => {
    expect(parseMarkdown('- a\n- b\n  - c\nend')).toEqual([
      {
        type: 'list',
        ordered: false,
        start: 1,
        items: [[text('a')], [text('b'), { type: 'br' }, { type: 'list', ordered: false, start: 1, items: [[text('c')]] }]],
      },
      text('end'),
    ]);
    expect(parseMarkdown('3. x\n4. y')).toEqual([{ type: 'list', ordered: true, start: 3, items: [[text('x')], [text('y')]] }]);
  });

  it('reads mentions and timestamps', () => {
    expect(parseMarkdown('<@1><@!2><#3><@&4></cloud-deploy:5><t:6:R>')).toEqual([
      { type: 'user', id: '1' },
      { type: 'user', id: '2' },
      { type: 'channel', id: '3' },
      { type: 'role', id: '4' },
      { type: 'slashCommand', fullName: 'cloud-deploy', id: '5' },
      { type: 'timestamp', timestamp: '6', format: 'R' },
    ]);
  });

  it('links to http and https only', () => {
    expect(parseMarkdown('[a](https://b.example/(c))')).toEqual([{ type: 'link', target: 'https://b.example/(c)', content: [text('a')] }]);
    expect(parseMarkdown('[a](javascript:alert(1))')).toEqual([text('[a](javascript:alert(1))')]);
  });

  it.each(['[a](', '**', '_a ', '> ', '||', '<', '`', '- ', '\\', '~~', '__', '***', '[', '1. ', '# '])(
    'reads 4,000 characters of %j quickly',
    (piece) => {
      const started = performance.now();
      parseMarkdown(piece.repeat(4_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );

  it('reads whatever it is given', () => {
    const hostile = fc.array(fc.oneof(fc.string(), fc.constantFrom('**', '__', '\n', '> ', '- ', '```', '`', '||', '[', '](', '<t:', '# ', '  ')));
    fc.assert(fc.property(hostile, (pieces) => Array.isArray(parseMarkdown(pieces.join('')))));
  });
});
