import type { APIEmbed } from 'discord.js';
import type { SessionPurpose, SessionView } from '../../modules/sessions';
import { code, duration, fit, plain, sentence } from './text';

/** What an apply is called, by what its session is for. */
export const DEEDS = { deploy: 'Apply', destroy: 'Destroy', reconcile: 'Reconcile' } as const satisfies Record<SessionPurpose, string>;
const NOW = { deploy: 'is live', destroy: 'is gone', reconcile: 'has a state that is right' } as const satisfies Record<SessionPurpose, string>;
const NEXT = {
  deploy: 'What was made before the end exists. Press **Retry** or **Destroy** under the lobby.',
  destroy: 'What was not destroyed still exists. Mend the cause, then press **Destroy** under the lobby.',
  reconcile: 'The recorded state is as it was. Press **Reconcile** under the lobby to try again.',
} as const satisfies Record<SessionPurpose, string>;

const ENDS: Readonly<Record<string, { readonly mark: string; readonly how: string; readonly saysNext?: boolean }>> = {
  APPLY_INTERRUPTED: { mark: '⚡', how: 'interrupted', saysNext: true },
  'SESSION.APPLY_CANCELLED': { mark: '🛑', how: 'stopped' },
  'SESSION.PLAN_STALE': { mark: '🕰️', how: 'not begun: the plan was out of date', saysNext: true },
};

/** The last word in a thread: what was done, or what went wrong and what to do about it. */
export function threadEnd(view: SessionView): APIEmbed {
  if (view.state === 'APPLIED') return done(view);
  if (view.state === 'CANCELLED') return { title: `🚫 ${DEEDS[view.purpose]} cancelled`, color: 0x4e5058, description: 'It was cancelled before anything was applied. Nothing was changed.' };
  return ended(view);
}

function done({ purpose, deploymentName, outcome }: SessionView): APIEmbed {
  const outputs = Object.entries(outcome?.outputs ?? {}).map(([name, value]) => `${plain(name, 80)}: ${code(typeof value === 'string' ? value : JSON.stringify(value), 150)}`);
  return {
    title: `✅ ${DEEDS[purpose]} complete: ${counted(outcome) ?? 'nothing to do'}`, color: 0x23a55a,
    description: fit([`${code(deploymentName)} ${NOW[purpose]}.`, ...outputs], 3_000), footer: { text: 'The whole log is attached.' },
  };
}

function ended({ purpose, outcome, problem }: SessionView): APIEmbed {
  const end = ENDS[problem?.code ?? ''];
  const counts = counted(outcome);
  const said = sentence(problem?.message ?? 'Terraform ended without saying why.', 3_000);
  return {
    title: `${end?.mark ?? '❌'} ${DEEDS[purpose]} ${end?.how ?? 'failed'}${counts ? `: ${counts}` : ''}`, color: end ? 0xf0b232 : 0xda373c,
    description: end?.saysNext ? said : `${said}\n\n${NEXT[purpose]}`, footer: { text: 'The whole log is attached.' },
  };
}

function counted(outcome: SessionView['outcome']): string | undefined {
  return outcome && `${outcome.added} added, ${outcome.changed} changed, ${outcome.destroyed} destroyed in ${duration(outcome.durationMs)}`;
}
