import type { APIEmbed } from 'discord.js';
import type { AuthorisedProject, GrantHolder, GrantNotice, Project } from '../../modules/access';
import { approvalsNeeded } from '../../modules/access';
import { formatMonthlyUsd } from '../../shared';
import { channel, person, type Notice } from '../notices/notice';
import { routeTo } from '../routes';
import { code, cut, moment, plain } from './text';

const AMBER = 0xf0b232;
const GREY = 0x4e5058;

export function mentionOf({ kind, id }: GrantHolder): string {
  return kind === 'role' ? `<@&${id}>` : `<@${id}>`;
}

function rulesOf({ rules: { sizes = [], requiredLabels = [], costLimitUsd, policySet } = {} }: Project): readonly string[] {
  return [
    ...(sizes.length ? [`sizes ${sizes.join(', ')}`] : []), ...(requiredLabels.length ? [`labels ${requiredLabels.join(', ')}`] : []),
    ...(costLimitUsd === undefined ? [] : [`one more approver beyond ${formatMonthlyUsd(costLimitUsd)} a month`]), ...(policySet === undefined ? [] : [`policies ${code(policySet, 40)}`]),
  ];
}

/** The projects that somebody may see, with their own level and its end. */
export function projectList(projects: readonly AuthorisedProject[]): { embeds: APIEmbed[] } {
  const lines = projects.map(({ project, level, endsAt }) => {
    const needs = approvalsNeeded(project);
    const facts = [
      project.providers.map((provider) => code(provider, 20)).join(' '), ...(project.regions.length ? [project.regions.map((region) => code(region, 30)).join(' ')] : []),
      needs === 0 ? 'no second person' : `${needs} approval${needs === 1 ? '' : 's'} by others`, ...(project.monthlyBudgetUsd ? [`budget ${formatMonthlyUsd(project.monthlyBudgetUsd)} a month`] : []), ...rulesOf(project),
    ];
    const mark = project.archivedAt ? '🗄️' : project.environment === 'production' ? '🔴' : '🟢';
    return `${mark} **${plain(project.name, 40)}** · ${project.environment}${project.archivedAt ? ' · archived' : ''} · you have **${level}**${endsAt ? `, ends ${moment(endsAt)}` : ''}\n-# ${facts.join(' · ')}`;
  });
  return { embeds: [{ title: 'Projects', color: 0x5865f2, description: cut(lines.join('\n') || 'There are none that you may see. Ask for access with `/cloud-request-access`, or an administrator with `/cloud-grant`.', 4_096) }] };
}

/** That a grant ends soon, or has ended: where it was given or its project tells such things, else to its holder and whoever gave it. */
export function grantNotice({ grant, project, kind }: GrantNotice): Notice {
  const { id, holder, level, endsAt, grantedBy, channelId } = grant;
  const tell = [...(holder.kind === 'user' ? [holder.id] : []), ...(kind === 'over' ? [grantedBy] : [])];
  const said = kind === 'soon'
    ? `⏰ The **${level}** of ${mentionOf(holder)} on ${code(project.name)} ends ${moment(endsAt)}.`
    : `🔒 The **${level}** of ${mentionOf(holder)} on ${code(project.name)} is over. <@${grantedBy}> gave it.`;
  return {
    nonce: `${kind}:${id}`, to: [...channel(channelId), ...channel(project.channelId), person(holder.kind === 'user' ? holder.id : grantedBy)], tell,
    embeds: [{ color: kind === 'soon' ? AMBER : GREY, description: said }],
    components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Ask for more', custom_id: routeTo.askMore(id) }] }],
  };
}
