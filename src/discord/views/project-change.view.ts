import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js';
import type { DecidedChange, Project, ProjectChange, ProjectEdit } from '../../modules/access';
import { formatMonthlyUsd, type UserId } from '../../shared';
import { channel, person, type Notice } from '../notices/notice';
import { routeTo } from '../routes';
import { code, cut, moment } from './text';

/** To the other administrators: what would change, and what it is now. */
export function changeProposed(change: ProjectChange, project: Project, administrators: readonly UserId[]): Notice[] {
  const others = administrators.filter((userId) => userId !== change.askedBy);
  const embeds: APIEmbed[] = [{
    title: '🛡️ A change needs a second administrator', color: 0xf0b232,
    description: cut([`<@${change.askedBy}> wants to change ${code(project.name)}:`, ...linesOf(change.edit, project)].join('\n'), 3_500),
    fields: [{ name: 'Open until', value: moment(change.expiresAt), inline: true }],
    footer: { text: project.channelId ? 'Another administrator, or who manages this server, decides.' : 'Decide with /cloud-access in the server.' },
  }];
  const components: APIActionRowComponent<APIButtonComponent>[] = [changeButtons(change)];
  if (project.channelId) return [{ nonce: change.id, to: [...channel(project.channelId), ...others.map(person)], tell: others, embeds, components }];
  return others.map((userId, index) => ({ nonce: `${change.id}:${index}`.slice(0, 25), to: [person(userId)], tell: [], embeds, components }));
}

export function changeButtons({ id }: Pick<ProjectChange, 'id'>, number = ''): APIActionRowComponent<APIButtonComponent> {
  return { type: 1, components: [{ type: 2, style: 3, label: `Agree${number}`, custom_id: routeTo.agreeChange(id) }, { type: 2, style: 4, label: `Decline${number}`, custom_id: routeTo.declineChange(id) }] };
}

export function changeDecided({ change, project, isApproved }: DecidedChange, by: UserId): { embeds: APIEmbed[]; components: [] } {
  const what = `what <@${change.askedBy}> wanted to change of ${code(project.name)}`;
  return { embeds: [isApproved ? { color: 0x23a55a, description: `✅ <@${by}> agreed to ${what}. It holds from now on.` } : { color: 0x4e5058, description: `🚫 <@${by}> declined ${what}.` }], components: [] };
}

/** What changes, each from what it is to what it would be. */
export function linesOf(edit: ProjectEdit, project: Project): string[] {
  const { rules = {}, ...rest } = edit;
  const before = { ...project, ...project.rules } as Readonly<Record<string, unknown>>;
  return Object.entries({ ...rest, ...rules }).map(([name, after]) => `• ${NAMES[name] ?? name}: ${shown(name, before[name])} → **${shown(name, after)}**`);
}

const NAMES: Readonly<Record<string, string>> = {
  environment: 'environment', credentialsProfile: 'credentials', approvals: 'approvals by others', monthlyBudgetUsd: 'budget a month', providers: 'providers', regions: 'regions',
  sizes: 'sizes', requiredLabels: 'required labels', costLimitUsd: 'cost limit', policySet: 'policies',
};

function shown(name: string, value: unknown): string {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return 'none';
  if (typeof value === 'number') return name.endsWith('Usd') ? formatMonthlyUsd(value) : String(value);
  return (Array.isArray(value) ? value : [value]).map((item) => code(String(item), 40)).join(' ');
}
