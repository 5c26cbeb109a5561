import type { APIEmbedField } from 'discord.js';
import type { SessionView } from '../../modules/sessions';
import { fit, sentence } from './text';

export const SEVERITY_MARKS = { deny: '⛔', 'needs-approval': '🔶', warn: '⚠️' } as const satisfies Record<SessionView['violations'][number]['severity'], string>;
const ORDER = ['deny', 'needs-approval', 'warn'] as const;

/** What the rules say, the gravest first, and what went wrong. */
export function verdicts(view: SessionView): APIEmbedField[] {
  const sorted = view.violations.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const lines = sorted.map(({ severity, message }) => `${SEVERITY_MARKS[severity]} ${sentence(message, 400)}`);
  return [
    ...(lines.length ? [{ name: titleOf(view), value: fit(lines, 850) }] : []),
    ...(view.problem ? [{ name: view.state === 'FAILED' ? 'What went wrong' : 'The last plan failed', value: sentence(view.problem.message, 800) || 'No reason was given.' }] : []),
  ];
}

function titleOf({ violations, approvalsNeeded }: SessionView): string {
  if (violations.some(({ severity }) => severity === 'deny')) return '🛡️ Policy: not allowed as it is';
  return violations.some(({ severity }) => severity === 'needs-approval') ? `🛡️ Policy: needs ${approvalsNeeded === 1 ? 'another person' : `${approvalsNeeded} people`} to approve` : '🛡️ Policy: look at this';
}
