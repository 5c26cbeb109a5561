import type { APIEmbed } from 'discord.js';
import type { SessionView } from '../../modules/sessions';
import { code, duration, fit, plain, sentence } from './text';

/** The last word in a thread: what was done, or what went wrong and what to do about it. */
export function threadEnd({ state, outcome, problem, deploymentName, purpose }: SessionView): APIEmbed {
  const deed = purpose === 'destroy' ? 'Destroy' : 'Apply';
  const counts = outcome && `${outcome.added} added, ${outcome.changed} changed, ${outcome.destroyed} destroyed in ${duration(outcome.durationMs)}`;
  if (state === 'APPLIED') {
    const outputs = Object.entries(outcome?.outputs ?? {}).map(([name, value]) => `${plain(name, 80)}: ${code(typeof value === 'string' ? value : JSON.stringify(value), 150)}`);
    return { title: `✅ ${deed} complete: ${counts ?? 'nothing to do'}`, color: 0x23a55a, description: fit([`${code(deploymentName)} is ${purpose === 'destroy' ? 'gone' : 'live'}.`, ...outputs], 3_000), footer: { text: 'The whole log is attached.' } };
  }
  return {
    title: `❌ ${deed} failed${counts ? `: ${counts}` : ''}`, color: 0xda373c,
    description: `${sentence(problem?.message ?? 'Terraform ended without saying why.', 3_000)}\n\n${purpose === 'destroy' ? 'What was not destroyed still exists. Mend the cause, then try again with `/cloud-destroy`.' : 'What was made before the failure exists. Mend the cause, then start again with `/cloud-deploy`; `/cloud-destroy` ends what is there.'}`,
    footer: { text: 'The whole log is attached.' },
  };
}
