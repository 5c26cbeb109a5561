import type { APIEmbed } from 'discord.js';
import type { Statistics } from '../../modules/sessions';
import { bar } from './bar';
import { code, duration, fit } from './text';

/** What became of the sessions of some days. */
export function statistics(stats: Statistics): { embeds: APIEmbed[] } {
  const { applied, failed, started, cancelled, expired, refused, days, projectNames } = stats;
  const done = applied + failed;
  const rate = done === 0 ? null : applied / done;
  const rows = [['applied', applied], ['failed', failed], ['cancelled', cancelled], ['expired', expired]] as const;
  return {
    embeds: [{
      title: '📊 Statistics', color: 0x5865f2,
      description: `The last ${days === 1 ? 'day' : `${days} days`} of ${fit(projectNames.map((name) => code(name, 40)), 600).replaceAll('\n', ' ')}`,
      fields: [
        { name: 'Sessions', value: `**${started}** started · success ${rate === null ? 'not known yet' : `**${Math.round(rate * 100)} %**`} · ${refused} refusal${refused === 1 ? '' : 's'}` },
        { name: 'What became of them', value: rows.map(([name, count]) => `\`${bar(started, [[count, '▰']])}\` ${count} ${name}`).join('\n') },
        { name: 'Mean times', value: `plan ${stats.meanPlanMs === null ? '–' : duration(stats.meanPlanMs)} · apply ${stats.meanApplyMs === null ? '–' : duration(stats.meanApplyMs)}`, inline: true },
        { name: 'Who', value: stats.topUsers.map(({ name, count }) => `<@${name}> ${count}`).join('\n') || '–', inline: true },
        { name: 'What', value: stats.topKinds.map(({ name, count }) => `${code(name, 40)} ${count}`).join('\n') || '–', inline: true },
      ],
    }],
  };
}
