import { Redactor } from '../redaction/redactor';
import { tell } from './run-lines';

const redactor = new Redactor(['hunter2-very-secret']);
const message = (fields: object): string => JSON.stringify({ '@level': 'info', '@message': 'm', '@module': 'terraform.ui', '@timestamp': '2026-06-01T12:00:00.000000Z', ...fields });
const hook = (type: string, action: string): string => message({ type, '@message': `google_compute_network.main: ${type}`, hook: { resource: { addr: 'google_compute_network.main' }, action } });

describe('reading what Terraform prints', () => {
  it('gives each message its line, kind and address', () => {
    const { lines } = tell([hook('apply_start', 'create'), message({ type: 'change_summary', '@message': 'Plan: 1 to add' })], redactor);
    expect(lines).toMatchObject([
      { kind: 'progress', level: 'info', address: 'google_compute_network.main', text: 'google_compute_network.main: apply_start', at: new Date('2026-06-01T12:00:00Z') },
      { kind: 'summary', text: 'Plan: 1 to add' },
    ]);
  });

  it('counts what was really done', () => {
    const told = tell([hook('apply_complete', 'create'), hook('apply_complete', 'create'), hook('apply_complete', 'update'), hook('apply_complete', 'delete'), hook('apply_start', 'create')], redactor);
    expect(told.counts).toEqual({ added: 2, changed: 1, destroyed: 1 });
  });

  it('tells the first error in plain words, with where it happened', () => {
    const diagnostic = (summary: string): string => message({ '@level': 'error', type: 'diagnostic', diagnostic: { severity: 'error', summary, detail: 'because\nof that', address: 'google_compute_network.main' } });
    const told = tell([diagnostic('First'), diagnostic('Second')], redactor);
    expect(told.error).toBe('First: because\nof that (google_compute_network.main)');
    expect(told.lines.slice(0, 4).map(({ text }) => text)).toEqual(['Error: First', '  with google_compute_network.main', '  because', '  of that']);
  });

  it('shows outputs, but never a sensitive one', () => {
    const { lines } = tell([message({ type: 'outputs', outputs: { url: { sensitive: false, value: 'https://x' }, password: { sensitive: true, value: 'abc' }, later: { sensitive: false, action: 'create' } } })], redactor);
    expect(lines.map(({ text }) => text)).toEqual(['url = "https://x"', 'password = (sensitive)']);
  });

  it('redacts before anything is kept', () => {
    const told = tell([message({ '@message': 'token hunter2-very-secret!' }), 'plain hunter2-very-secret', message({ '@level': 'error', type: 'diagnostic', diagnostic: { severity: 'error', summary: 'hunter2-very-secret', detail: '' } })], redactor);
    expect(JSON.stringify(told)).not.toContain('hunter2');
  });

  it('keeps whatever is no message of Terraform’s as the text it is, without control characters', () => {
    const { lines } = tell(['panic: \u001b[31mruntime error\u001b[0m\u0000', '{"half": ', '[]', 'a\u202eb'], redactor);
    expect(lines.map(({ kind, text }) => [kind, text])).toEqual([['text', 'panic: runtime error'], ['text', '{"half": '], ['text', '[]'], ['text', 'ab']]);
  });

  it('cuts a line that nobody could read', () => {
    expect(tell(['x'.repeat(50_000)], redactor).lines[0]?.text.length).toBeLessThan(4_100);
  });
});
