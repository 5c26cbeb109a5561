import { fail, failure, ok, RESERVED_LABELS, type Result } from '../../../shared';

const ENTRY = /^([a-z][a-z0-9_-]{0,30})=([A-Za-z0-9][A-Za-z0-9 _.-]{0,61})$/;
const MOST = 10;

/** Reads `team=payments, cost-center=42`; nothing is no labels. */
export function readLabels(text = ''): Result<Readonly<Record<string, string>>> {
  const entries = text.split(',').map((entry) => entry.trim()).filter((entry) => entry !== '').map((entry) => ENTRY.exec(entry));
  const labels = Object.fromEntries(entries.flatMap((entry) => (entry ? [[entry[1] ?? '', (entry[2] ?? '').trim()] as const] : [])));
  const names = Object.keys(labels);
  if (entries.includes(null) || names.length < entries.length || names.length > MOST || names.some((name) => RESERVED_LABELS.includes(name))) {
    return fail(failure('SESSION.LABELS', `Give labels as \`team=payments, cost-center=42\`: at most ${MOST}, each once, names of lower-case letters, digits, hyphens and underscores, and none of ${RESERVED_LABELS.join(', ')}.`, 'labels'));
  }
  return ok(labels);
}
