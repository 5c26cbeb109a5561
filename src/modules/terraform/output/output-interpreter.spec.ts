import { Redactor } from '../redaction/redactor';
import { interpret, type Interpretation } from './output-interpreter';

const redactor = new Redactor(['very-secret-value', 'first\tpart\nof two']);

const read = (...lines: readonly (string | object)[]): Interpretation =>
  interpret(lines.map((line) => ({ text: typeof line === 'string' ? line : JSON.stringify({ '@level': 'info', '@timestamp': '2026-06-01T12:00:00.000000Z', ...line }) })), redactor);

const hook = (type: string, action: string): object => ({ type, '@message': `google_compute_network.main: ${type}`, hook: { resource: { addr: 'google_compute_network.main' }, action } });

describe('reading what Terraform prints', () => {
  it('gives each message its line, kind, time and address', () => {
    expect(read(hook('apply_start', 'create'), hook('apply_complete', 'create'), { type: 'change_summary', '@message': 'Plan: 1 to add' }).lines).toMatchObject([
      { kind: 'progress', level: 'info', address: 'google_compute_network.main', text: 'google_compute_network.main: apply_start', at: new Date('2026-06-01T12:00:00Z') },
      { kind: 'result', address: 'google_compute_network.main' },
      { kind: 'summary', text: 'Plan: 1 to add' },
    ]);
  });

  it('counts what was really done, a replacement as one added and one destroyed', () => {
    expect(read(hook('apply_complete', 'create'), hook('apply_complete', 'delete'), hook('apply_complete', 'create'), hook('apply_complete', 'update'), hook('apply_start', 'create')).counts).toEqual({ added: 2, changed: 1, destroyed: 1 });
  });

  it('tells an error line by line, and the first one in plain words', () => {
    const diagnostic = (summary: string): object => ({ '@level': 'error', '@message': `Error: ${summary}`, type: 'diagnostic', diagnostic: { severity: 'error', summary, detail: 'because\nof that\n', address: 'google_compute_network.main' } });
    const { lines, error } = read({ '@level': 'warn', '@message': 'Warning: Old', type: 'diagnostic', diagnostic: { severity: 'warning', summary: 'Old' } }, diagnostic('First'), diagnostic('Second'));
    expect(lines.slice(0, 5).map(({ level, text }) => [level, text])).toEqual([['warn', 'Warning: Old'], ['error', 'Error: First'], ['error', '  with google_compute_network.main'], ['error', '  because'], ['error', '  of that']]);
    expect(error).toBe('First: because of that (google_compute_network.main)');
  });

  it('shows outputs once they have values, and never a sensitive one', () => {
    const outputs = { url: { sensitive: false, value: 'https://x' }, password: { sensitive: true, type: 'string' }, planned: { sensitive: false, action: 'create' } };
    expect(read({ type: 'outputs', '@message': 'Outputs: 3', outputs }).lines.map(({ text }) => text)).toEqual(['url = "https://x"', 'password = (sensitive)']);
  });

  it('redacts before anything is split, shortened or kept', () => {
    const told = read('a very-secret-value!', { '@message': 'first\tpart\nof two' }, 'very-\u001b[1msecret-value', { '@level': 'error', '@message': 'E', type: 'diagnostic', diagnostic: { severity: 'error', summary: 'very-secret-value', detail: `${'x'.repeat(3_990)} very-secret-value` } });
    expect(JSON.stringify(told)).not.toMatch(/very-sec|part|of two/);
  });

  it('keeps whatever is no message of Terraform’s as the text it is', () => {
    const { lines } = read('panic: \u001b[31mruntime error\u001b[0m\u0000', '{"half": ', '[]', 'null', '{"@message": 7}', 'a\u202eb', 'tab\tbed', '   ', '{"@message":"odd","hook":7,"diagnostic":"?","outputs":[]}');
    expect(lines.map(({ kind, text }) => [kind, text])).toEqual(['panic: runtime error', '{"half":', '[]', 'null', '{"@message": 7}', 'ab', 'tab  bed', 'odd'].map((text) => ['text', text]));
  });

  it('shortens what nobody could read', () => {
    expect(read('x'.repeat(50_000)).lines[0]?.text).toMatch(/^x{4000}… \(50000 characters\)$/);
    expect(read({ '@message': 'many\n'.repeat(10_000) }).lines).toHaveLength(200);
    const { error } = read({ '@message': 'E', type: 'diagnostic', diagnostic: { severity: 'error', summary: 'Long', detail: 'word '.repeat(1_000) } });
    expect(error).toMatch(/^Long: (word )+word…$/);
    expect(error?.length).toBeLessThanOrEqual(601);
  });
});
