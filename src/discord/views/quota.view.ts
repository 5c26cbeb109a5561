import type { APIEmbed } from 'discord.js';
import type { Project } from '../../modules/access';
import type { Quota } from '../../modules/finops';
import { bar } from './bar';
import { code, fit, plain } from './text';

/** What a project may have, has, and keeps for sessions. */
export function quotas({ name, environment }: Pick<Project, 'name' | 'environment'>, all: readonly Quota[]): { embeds: APIEmbed[] } {
  const isFull = all.some(({ used, reserved, limit }) => used + reserved >= limit);
  return {
    embeds: [{
      title: `📏 Quotas of ${plain(name, 60)}`, color: isFull ? 0xf0b232 : 0x5865f2,
      description: all.length === 0 ? `Nothing is limited in this project (${environment}). An administrator limits a kind with \`/cloud-set-quota\`.` : fit(all.map(line), 3_900),
      ...(all.length > 0 && { footer: { text: '▰ deployed   ▮ reserved by sessions   ▱ free' } }),
    }],
  };
}

function line({ kind, limit, used, reserved }: Quota): string {
  const free = Math.max(0, limit - used - reserved);
  const words = [`**${used}** deployed`, ...(reserved > 0 ? [`**${reserved}** reserved`] : []), free > 0 ? `${free} free` : '**none free**'].join(' · ');
  return `${code(kind, 40)}\n\`${bar(Math.max(limit, used + reserved), [[used, '▰'], [reserved, '▮']])}\` ${words} of ${limit}`;
}
