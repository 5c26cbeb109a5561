import { stripVTControlCharacters } from 'node:util';
import type { RunCounts } from '../domain/run';
import type { LineDraft } from '../domain/run-line';
import type { Redactor } from '../redaction/redactor';
import { errorInWords } from './error-in-words';
import type { OutputLine } from './line-splitter';
import { linesOf, type RawLine } from './message-lines';
import { readMessage, type TerraformMessage } from './terraform-message';

/** What some lines of output tell. */
export interface Interpretation {
  readonly lines: readonly LineDraft[];
  readonly counts: RunCounts;
  /** The first error diagnostic, in plain words. */
  readonly error?: string;
}

const LONGEST_TEXT = 4_000;
const LONGEST_LINES_OF_ONE_MESSAGE = 200;

/** Reads Terraform's `-json` output, and whatever else is mixed into it, into lines for people. Nothing leaves unredacted. */
export function interpret(output: readonly OutputLine[], redactor: Redactor): Interpretation {
  const lines: LineDraft[] = [];
  const counts = { added: 0, changed: 0, destroyed: 0 };
  let error: string | undefined;
  for (const line of output) {
    const message = line.cutFromBytes === undefined ? readMessage(line.text) : undefined;
    if (!message) {
      lines.push(...printable({ level: 'info', kind: 'text', text: line.text }, redactor, line.cutFromBytes));
      continue;
    }
    count(message, counts);
    if (message.diagnostic?.severity === 'error') {
      error ??= errorInWords(redactor.redact(clean(message.diagnostic.summary)), redactor.redact(clean(message.diagnostic.detail ?? '')));
    }
    for (const raw of linesOf(message)) lines.push(...printable(raw, redactor));
  }
  return error === undefined ? { lines, counts } : { lines, counts, error };
}

function count({ type, hook }: TerraformMessage, counts: { -readonly [K in keyof RunCounts]: number }): void {
  if (type !== 'apply_complete') return;
  if (hook?.action === 'create') counts.added += 1;
  if (hook?.action === 'update') counts.changed += 1;
  if (hook?.action === 'delete') counts.destroyed += 1;
}

// Redacted before it is split or shortened: half a secret is recognised by nobody.
function printable(raw: RawLine, redactor: Redactor, cutFromBytes?: number): LineDraft[] {
  const address = raw.address === undefined ? {} : { address: redactor.redact(clean(raw.address)) };
  const texts = redactor.redact(clean(raw.text)).split('\n').map((text) => text.trimEnd()).filter(Boolean);
  return texts.slice(0, LONGEST_LINES_OF_ONE_MESSAGE).map((text) => ({ ...raw, ...address, text: shortened(text, cutFromBytes) }));
}

function shortened(text: string, cutFromBytes?: number): string {
  if (cutFromBytes !== undefined) return `${text.slice(0, LONGEST_TEXT)}… (the first part of a line of ${cutFromBytes} bytes)`;
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}… (${text.length} characters)` : text;
}

/** PostgreSQL takes no NUL, and a chat no control characters. */
function clean(text: string): string {
  return stripVTControlCharacters(text).replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
}
