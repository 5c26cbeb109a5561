import { stripVTControlCharacters } from 'node:util';
import type { JournalStep } from '../domain/journal';
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
  /** What was begun and done, in order. */
  readonly steps: readonly JournalStep[];
  /** A provider died or gave up in the middle of something: what it was doing may be done all the same. */
  readonly lostProvider: boolean;
  /** The first error diagnostic, in plain words. */
  readonly error?: string;
}

/** How Terraform's plugin layer says that a provider is gone, in every version since 1.0. */
const LOST_PROVIDER = /^(?:Plugin did not respond|Plugin error|Request cancelled)/;
const LONGEST_TEXT = 4_000;
const LONGEST_LINES_OF_ONE_MESSAGE = 200;

/** Reads Terraform's `-json` output, and whatever else is mixed into it, into lines for people. Nothing leaves unredacted. */
export function interpret(output: readonly OutputLine[], redactor: Redactor): Interpretation {
  const lines: ReadableLine[] = [];
  const counts = { added: 0, changed: 0, destroyed: 0 };
  const steps: JournalStep[] = [];
  let lostProvider = false;
  let error: string | undefined;
  for (const line of output) {
    const message = line.cutFromBytes === undefined ? readMessage(line.text) : undefined;
    if (!message) {
      lines.push(...readable({ level: 'info', kind: 'text', text: line.text }, redactor, line.cutFromBytes));
      continue;
    }
    count(message, counts);
    steps.push(...stepOf(message));
    if (message.diagnostic?.severity === 'error') {
      error ??= told(message.diagnostic, redactor);
      lostProvider ||= LOST_PROVIDER.test(message.diagnostic.summary);
    }
    for (const raw of linesOf(message)) lines.push(...readable(raw, redactor));
  }
  return { lines: shown(lines, redactor), counts, steps, lostProvider, ...(error !== undefined && { error }) };
}

function told({ summary, detail, address }: NonNullable<TerraformMessage['diagnostic']>, redactor: Redactor): string {
  const words = errorInWords(safe(summary, redactor), safe(detail, redactor));
  return address ? `${words} (${safe(address, redactor)})` : words;
}

function count({ type, hook }: TerraformMessage, counts: { -readonly [K in keyof RunCounts]: number }): void {
  if (type !== 'apply_complete') return;
  if (hook?.action === 'create') counts.added += 1;
  if (hook?.action === 'update') counts.changed += 1;
  if (hook?.action === 'delete') counts.destroyed += 1;
}

const PHASES: Readonly<Record<string, JournalStep['phase']>> = { apply_start: 'begun', apply_complete: 'done', apply_errored: 'failed' };

// The id is kept as it is, sealed: without it nothing can be imported. The address is what the state will be compared with, and so
// is kept as Terraform writes it; whoever shows it redacts it.
function stepOf({ type, hook }: TerraformMessage): JournalStep[] {
  const phase = PHASES[type];
  if (!phase || !hook?.resource || !hook.action) return [];
  return [{ address: clean(hook.resource.addr), action: hook.action, phase, ...(hook.id_value && { id: hook.id_value }) }];
}

interface ReadableLine {
  readonly draft: LineDraft;
  readonly indent: string;
  readonly cutFromBytes: number | undefined;
}

// What spans the lines of one message is redacted before it is split, and what has control characters in it before they are taken out.
function readable({ indent = '', ...raw }: RawLine, redactor: Redactor, cutFromBytes?: number): ReadableLine[] {
  const address = raw.address === undefined ? {} : { address: safe(raw.address, redactor) };
  const whole = clean(/\p{Cc}/u.test(raw.text) ? redactor.redact(raw.text) : raw.text);
  const texts = whole.split('\n').map((text) => text.trimEnd()).filter(Boolean);
  return texts.slice(0, LONGEST_LINES_OF_ONE_MESSAGE).map((text) => ({ draft: { ...raw, ...address, text }, indent, cutFromBytes }));
}

// A value may begin in one message and end in the next; and half a secret is recognised by nobody, so it is shortened last.
function shown(lines: readonly ReadableLine[], redactor: Redactor): LineDraft[] {
  const clean = redactor.redactLines(lines.map(({ draft }) => draft.text));
  return lines.map(({ draft, indent, cutFromBytes }, index) => ({ ...draft, text: indent + shortened(clean[index] ?? '', cutFromBytes) }));
}

function safe(text: string, redactor: Redactor): string {
  return clean(redactor.redact(text));
}

function shortened(text: string, cutFromBytes?: number): string {
  if (cutFromBytes !== undefined) return `${text.slice(0, LONGEST_TEXT)}… (the first part of a line of ${cutFromBytes} bytes)`;
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}… (${text.length} characters)` : text;
}

/** PostgreSQL takes no NUL, and a chat neither control characters nor what turns the direction of text around. */
function clean(text: string): string {
  return stripVTControlCharacters(text).replace(/\r\n?/g, '\n').replaceAll('\t', '  ').replace(/(?!\n)\p{Cc}|[\p{Cn}\p{Co}\p{Cs}]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}
