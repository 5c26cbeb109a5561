import type { APIEmbed } from 'discord.js';
import type { AuthorisedProject, GrantHolder, Project } from '../../modules/access';
import { approvalsNeeded } from '../../modules/access';
import { formatMonthlyUsd } from '../../shared';
import { code, cut, moment, plain } from './text';

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
