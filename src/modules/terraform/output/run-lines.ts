import { stripVTControlCharacters } from 'node:util';
import type { RunCounts } from '../domain/run';
import type { LineDraft, RunLineKind } from '../domain/run-line';
import type { Redactor } from '../redaction/redactor';
import { readMessage, type TerraformMessage } from './terraform-message';

/** What a piece of output says: lines for people, what was done, and the first thing that went wrong. */
export interface Told {
  readonly lines: readonly LineDraft[];
  readonly counts: RunCounts;
  /** In plain words. */
  readonly error?: string;
}

const LONGEST_LINE = 4_000;
const LONGEST_ERROR = 1_200;

const KINDS: Readonly<Record<string, RunLineKind>> = {
  apply_start: 'progress', apply_progress: 'progress', refresh_start: 'progress', refresh_complete: 'progress', provision_start: 'progress', provision_progress: 'progress',
  apply_complete: 'result', apply_errored: 'result', provision_complete: 'result', change_summary: 'summary', outputs: 'output',
};

/** Reads complete lines of output. Whatever is not Terraform's JSON is kept as the text it is. */
export function tell(output: readonly string[], redactor: Redactor): Told {
  const lines: LineDraft[] = [];
  const counts = { added: 0, changed: 0, destroyed: 0 };
  let error: string | undefined;
  for (const text of output) {
    const message = readMessage(text);
    lines.push(...(message ? linesOf(message) : [{ level: 'info', kind: 'text', text } as const]).flatMap((line) => clean(line, redactor)));
    if (message) count(message, counts);
    if (message?.diagnostic?.severity === 'error') error ??= redactor.redact(inWords(message.diagnostic));
  }
  return { lines, counts, ...(error !== undefined && { error }) };
}

function linesOf(message: TerraformMessage): LineDraft[] {
  const at = message['@timestamp'] ? new Date(message['@timestamp']) : undefined;
  const address = message.diagnostic?.address ?? message.hook?.resource?.addr ?? message.change?.resource?.addr;
  const level = message['@level'] === 'error' ? 'error' : message['@level'] === 'warn' ? 'warn' : 'info';
  const line = (kind: RunLineKind, text: string): LineDraft => ({ level, kind, text, ...(address && { address }), ...(at && !Number.isNaN(at.getTime()) && { at }) });
  if (message.diagnostic) return diagnosticTexts(message.diagnostic).map((text) => line('diagnostic', text));
  if (message.outputs) return outputTexts(message.outputs).map((text) => line('output', text));
  return [line(KINDS[message.type] ?? 'text', message['@message'])];
}

function diagnosticTexts({ severity, summary, detail, address }: NonNullable<TerraformMessage['diagnostic']>): string[] {
  const title = `${severity === 'error' ? 'Error' : 'Warning'}: ${summary}`;
  return [title, ...(address ? [`  with ${address}`] : []), ...(detail ? detail.split('\n').map((text) => `  ${text}`) : [])];
}

// A plan's outputs have no values yet.
function outputTexts(outputs: NonNullable<TerraformMessage['outputs']>): string[] {
  return Object.entries(outputs).filter(([, { value }]) => value !== undefined).map(([name, { sensitive, value }]) => `${name} = ${sensitive ? '(sensitive)' : JSON.stringify(value)}`);
}

function count({ type, hook }: TerraformMessage, counts: { added: number; changed: number; destroyed: number }): void {
  if (type !== 'apply_complete') return;
  if (hook?.action === 'create') counts.added += 1;
  else if (hook?.action === 'update') counts.changed += 1;
  else if (hook?.action === 'delete') counts.destroyed += 1;
}

function inWords({ summary, detail, address }: NonNullable<TerraformMessage['diagnostic']>): string {
  const words = detail && !summary.includes(detail) ? `${summary}: ${detail}` : summary;
  const short = words.length > LONGEST_ERROR ? `${words.slice(0, LONGEST_ERROR)}…` : words;
  return address ? `${short} (${address})` : short;
}

// Redacted before it is taken apart, so that a secret of several lines is found.
function clean(line: LineDraft, redactor: Redactor): LineDraft[] {
  return redactor.redact(line.text).split('\n').map((part) => {
    const text = stripVTControlCharacters(part).replace(/\t/g, '  ').replace(/[\p{Cc}\p{Co}\p{Cn}\p{Cs}]/gu, '').replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
    return { ...line, text: text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}… (${text.length} characters, cut)` : text };
  });
}
