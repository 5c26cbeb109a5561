import type { LineDraft, RunLineKind, RunLineLevel } from '../domain/run-line';
import type { TerraformMessage } from './terraform-message';

/** A line whose text may still have line breaks and secrets in it. */
export type RawLine = LineDraft & { /** Before each line of the text. */ readonly indent?: string };

const KINDS: Readonly<Record<string, RunLineKind>> = {
  planned_change: 'result',
  resource_drift: 'result',
  apply_start: 'progress',
  apply_progress: 'progress',
  apply_complete: 'result',
  apply_errored: 'result',
  provision_start: 'progress',
  provision_progress: 'progress',
  provision_complete: 'progress',
  provision_errored: 'result',
  refresh_start: 'progress',
  refresh_complete: 'progress',
  change_summary: 'summary',
};

/** What people read of one message. */
export function linesOf(message: TerraformMessage): RawLine[] {
  const at = timeOf(message);
  if (message.diagnostic) return diagnosticLines(message.diagnostic, at);
  if (message.outputs) return outputLines(message.outputs, at);
  const address = message.hook?.resource?.addr ?? message.change?.resource?.addr;
  return [{ ...at, level: levelOf(message), kind: KINDS[message.type] ?? 'text', ...(address && { address }), text: message['@message'] }];
}

function diagnosticLines({ severity, summary, detail, address }: NonNullable<TerraformMessage['diagnostic']>, at: { at?: Date }): RawLine[] {
  const level: RunLineLevel = severity === 'error' ? 'error' : 'warn';
  const line = { ...at, level, kind: 'diagnostic' as const, ...(address && { address }) };
  return [
    { ...line, text: `${severity === 'error' ? 'Error' : 'Warning'}: ${summary}` },
    ...(address ? [{ ...line, text: `  with ${address}` }] : []),
    ...(detail !== '' ? [{ ...line, text: detail, indent: '  ' }] : []),
  ];
}

// At plan time outputs have no values yet, and nothing to say.
function outputLines(outputs: NonNullable<TerraformMessage['outputs']>, at: { at?: Date }): RawLine[] {
  return Object.entries(outputs)
    .filter(([, output]) => output.action === undefined)
    .map(([name, output]) => ({ ...at, level: 'info', kind: 'output', text: `${name} = ${output.sensitive ? '(sensitive)' : JSON.stringify(output.value)}` }));
}

function levelOf(message: TerraformMessage): RunLineLevel {
  if (message.type === 'apply_errored' || message.type === 'provision_errored' || message['@level'] === 'error') return 'error';
  return message['@level'] === 'warn' ? 'warn' : 'info';
}

function timeOf(message: TerraformMessage): { at?: Date } {
  const at = new Date(message['@timestamp'] ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? {} : { at };
}
