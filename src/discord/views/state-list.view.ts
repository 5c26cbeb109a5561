import type { APIEmbed } from 'discord.js';
import type { DeploymentStates } from '../../modules/sessions';
import { code, fit, moment, plain } from './text';

/** The stored states of a deployment, newest first. */
export function stateList({ deployment, versions }: DeploymentStates): { embeds: APIEmbed[] } {
  const lines = versions.map(({ number, serial, sha256, runId, at }) => `**v${number}** · serial ${serial} · ${moment(at, 'f')} · ${code(runId)} · ${code(sha256.slice(0, 12))}`);
  return {
    embeds: [{
      title: `States of ${plain(deployment.name, 60)}`, color: 0x5865f2,
      description: fit(lines, 3_900) || 'There are none yet: nothing of it was ever applied.',
      footer: { text: 'Sealed in the database. The option version downloads one, for your eyes only.' },
    }],
  };
}
